import { Refusal } from '../launcher/refusal';

const FULL = ['ENOSPC', 'EDQUOT'];
const CLOSED = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'];

/** Does work on files; what the disk says against it is told in words. */
export async function inDiskWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '', path, syscall } = error as NodeJS.ErrnoException;
    if (!syscall) throw error;
    if (FULL.includes(code)) {
      throw new Refusal('The disk is full; nothing was kept. Make room or name another folder.');
    }
    if (CLOSED.includes(code)) {
      throw new Refusal(`${path} cannot be read or written by this user (${code}).`);
    }
    throw error;
  }
}

import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { isEnding } from '../launcher/ending';
import type { LesserUser } from '../launcher/lesser-user';

const CHUNK = 1 << 20;

export type Copied = { bytes: number; sha256: string };

export type CopyOptions = {
  /** Who shall own the copy; absent: whoever copies. */
  owner?: LesserUser | undefined;
  /** Whether to wait until the disk has it. */
  sync: boolean;
};

/**
 * Copies a file that may grow or shrink meanwhile, for its owner's eyes alone. The system's own call
 * waits for ever for the rest of a file that has been cut off.
 *
 * @throws what the file system says; the source may have vanished.
 */
export async function copyFile(from: string, to: string, options: CopyOptions): Promise<Copied> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const copied = await readThrough(source, (part) => target.writeFile(part));
      if (options.owner) await target.chown(options.owner.uid, options.owner.gid);
      if (options.sync) await target.sync();
      return copied;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** The length and the SHA-256 of a file. */
export async function hashFile(path: string): Promise<Copied> {
  const source = await open(path, 'r');
  try {
    return await readThrough(source, async () => {});
  } finally {
    await source.close();
  }
}

async function readThrough(
  source: FileHandle,
  take: (part: Buffer) => Promise<unknown>,
): Promise<Copied> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  let bytes = 0;
  for (;;) {
    if (isEnding()) throw new Error('ended while copying');
    const { bytesRead } = await source.read(buffer, 0, CHUNK, null);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    const part = buffer.subarray(0, bytesRead);
    hash.update(part);
    await take(part);
    bytes += bytesRead;
  }
}

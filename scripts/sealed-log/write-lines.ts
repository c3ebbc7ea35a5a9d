import { open, rename, rm } from 'node:fs/promises';
import { Refusal } from '@/scripts/launcher/refusal';

const pieceLength = 1 << 18;

/** Writes a file that its owner alone may read, whole or not at all. @returns how many of the lines were counted. */
export async function writeLines(
  path: string,
  lines: AsyncIterable<string>,
  counted: (line: string) => boolean,
): Promise<number> {
  const part = `${path}.part`;
  const file = await open(part, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${part} cannot be written: ${error.code ?? error.message}.`);
  });
  let count = 0;
  try {
    let piece = '';
    for await (const line of lines) {
      piece += `${line}\n`;
      if (counted(line)) count += 1;
      if (piece.length < pieceLength) continue;
      await file.write(piece);
      piece = '';
    }
    await file.write(piece);
    await file.sync();
    await file.close();
    await rename(part, path);
    return count;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
}

import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type PhotoStore, StoreAway } from './photo-store';

/** The folder of pictures in a data directory. */
export function folderStore(dataDirectory: string): PhotoStore {
  const at = (key: string) => join(dataDirectory, 'photos', key);
  return {
    async put(key, path) {
      try {
        await mkdir(dirname(at(key)), { recursive: true, mode: 0o700 });
        // On the disk before its hash is in the log.
        const file = await open(path, 'r+');
        await file.sync().finally(() => file.close());
        await rename(path, at(key));
      } catch (cause) {
        throw new StoreAway('the folder of pictures cannot be written', undefined, { cause });
      }
    },
    async read(key) {
      const found = await stat(at(key)).catch(() => null);
      return found && { bytes: found.size, stream: createReadStream(at(key)) };
    },
    drop: (key) => rm(at(key), { force: true }),
    async *list(prefix) {
      const names = await readdir(at(prefix)).catch(() => []);
      for (const name of names) {
        const found = await stat(join(at(prefix), name)).catch(() => null);
        if (found?.isFile()) yield { key: `${prefix}${name}`, at: found.mtime };
      }
    },
  };
}

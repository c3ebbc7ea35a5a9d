import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@/scripts/launcher/refusal';

/** A file system of so many megabytes, in memory, that can be filled to its last byte. */
export interface SmallDisk {
  /** Fills it, and whatever becomes free in it, until `clear`. */
  fill(): void;
  clear(): void;
  unmount(): void;
}

const filler = 'filler';
const chunk = Buffer.alloc(1024 * 1024, 7);

/**
 * Mounts one over a folder, which is made where it is not there.
 *
 * @throws Refusal to anybody but root on Linux.
 */
export function smallDisk(
  folder: string,
  megabytes: number,
  owner?: { uid: number; gid: number },
): SmallDisk {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Refusal(
      'A full disk is shown on small file systems of its own, and only root on Linux may mount them: run this as root.',
    );
  }
  mkdirSync(folder, { recursive: true });
  const owned = owner ? `,uid=${owner.uid},gid=${owner.gid}` : '';
  const options = `size=${megabytes}m,mode=0700${owned}`;
  const said = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  if (said.status !== 0) {
    throw new Refusal(`${folder} cannot be mounted, so that nothing is shown: ${said.stderr}`);
  }
  let file: number | null = null;
  let topUp: NodeJS.Timeout | undefined;
  const clear = () => {
    clearInterval(topUp);
    if (file !== null) closeSync(file);
    file = null;
    rmSync(join(folder, filler), { force: true });
  };
  return {
    fill() {
      file = openSync(join(folder, filler), 'a', 0o600);
      writeAll(file);
      topUp = setInterval(() => file !== null && writeAll(file), 50);
    },
    clear,
    unmount() {
      clear();
      // Whoever still has a file open there keeps it until they end.
      spawnSync('umount', ['--lazy', folder]);
    },
  };
}

function writeAll(file: number): void {
  for (let size = chunk.length; size >= 512; ) {
    try {
      if (writeSync(file, chunk, 0, size) < size) size /= 2;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      size /= 2;
    }
  }
}

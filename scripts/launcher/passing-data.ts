import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destroyCluster } from './cluster';

/** A data directory for one run of the tests, and what removes it with the cluster in it. */
export function passingData(): { path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), 'huiyin-test-'));
  // A lesser user's server lives inside and must be able to get there.
  chmodSync(path, 0o711);
  const remove = async () => {
    await destroyCluster(path);
    rmSync(path, { recursive: true, force: true });
  };
  return { path, remove };
}

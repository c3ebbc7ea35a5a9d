import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { passingData } from '../launcher/passing-data';
import { freePort } from '../launcher/port';
import { root } from '../launcher/root';
import { NONE } from './test-server';

/** A fresh installation: no demo, nobody in it. */
export interface EmptyServer {
  url: string;
  /** The first administrator's, as the console prints it. */
  link: string;
  /** Its data directory. */
  data: string;
  stop(): Promise<void>;
}

const PATIENCE_MS = 30_000;

/**
 * Starts Huiyin as an operator would who wants no demo, on a port and a data directory of its own;
 * `stop` takes it down and removes every trace. The build must be there.
 *
 * @param more settings beside those.
 */
export async function startEmptyServer(more: Record<string, string> = {}): Promise<EmptyServer> {
  const data = passingData();
  const port = await freePort();
  const leave = join(root, 'scripts/launcher/leave-with-launcher.mjs');
  const child = spawn(process.execPath, ['--import', leave, 'scripts/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      ...NONE,
      HOST: '127.0.0.1',
      PORT: `${port}`,
      HUIYIN_DATA: data.path,
      HUIYIN_DEMO: '0',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await ended;
    clearTimeout(force);
    await data.remove();
  };
  // The link is printed before the word that all is ready, on the same stream.
  const link = await new Promise<string | undefined>((resolve) => {
    let written = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      written += part;
      const found = /(https?:\S+\/welcome\/[\w-]+)[\s\S]*is ready/.exec(written)?.[1];
      if (found) resolve(found);
    });
    ended.then(() => resolve(undefined));
  });
  if (!link) {
    await stop();
    throw new Error('the empty server did not come up, or printed no link');
  }
  return { url: `http://127.0.0.1:${port}`, link, data: data.path, stop };
}

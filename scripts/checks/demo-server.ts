import { type Environment, startChild } from '../launcher/child';
import { passingData } from '../launcher/passing-data';
import { freePort } from '../launcher/port';
import { NONE } from './test-server';

const PATIENCE_MS = 30_000;

/** Huiyin with the demo, for a story that needs settings of its own. */
export interface DemoServer {
  url: string;
  /** The process id of its launcher. */
  pid: number;
  /** Its data directory. */
  data: string;
  /** All it has written so far. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * Starts it in production, on a port and a data directory of its own; `stop` takes it down and removes every
 * trace. The build must be there.
 *
 * @param data where, and how it is removed.
 */
export async function startDemoServer(
  more: Environment,
  data = passingData(),
): Promise<DemoServer> {
  const port = await freePort();
  const own = { HOST: '127.0.0.1', PORT: `${port}`, HUIYIN_DATA: data.path, HUIYIN_DEMO: '1' };
  const args = ['scripts/start.mjs'];
  const parts: Buffer[] = [];
  const heard = (part: Buffer) => parts.push(part);
  const server = startChild(args, { ...NONE, ...own, ...more }, PATIENCE_MS, heard);
  const stop = async () => {
    await server.stop();
    await data.remove();
  };
  await server.ready.catch(async (error) => {
    await stop();
    throw error;
  });
  const log = () => Buffer.concat(parts).toString();
  return { url: `http://127.0.0.1:${port}`, pid: server.pid ?? 0, data: data.path, log, stop };
}

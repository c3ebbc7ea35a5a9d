import { closeLimiter } from '@/lib/auth/limiter';
import { passingData } from '@/scripts/launcher/passing-data';
import { makeWorld, type World } from '../matrix/world';
import { type Ask, asking } from './ask';
import { startWeb, type Web } from './web';

/** The county of the matrix, served. */
export interface Served {
  world: World;
  web: Web;
  ask: Ask;
  close(): Promise<void>;
}

/**
 * Makes it, on a database and a data directory of the calling file's own.
 *
 * @param more settings of the web process.
 * @param database makes the one it is in, where no run of tests has a cluster.
 */
export async function served(
  more: Record<string, string> = {},
  database?: () => Promise<unknown>,
): Promise<Served> {
  const data = passingData();
  process.env.HUIYIN_DATA = data.path;
  const world = await makeWorld(database);
  const web = await startWeb(more);
  const { ask, close } = asking(web.port);
  return {
    world,
    web,
    ask,
    async close() {
      close();
      await web.stop();
      await closeLimiter();
      await data.remove();
    },
  };
}

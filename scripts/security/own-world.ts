import { ownCounty } from '@/scripts/bench/own-county';
import { atEnd } from '@/scripts/launcher/ending';
import type { Calling } from '@/tests/support/matrix/calls';
import { watchChanges } from '@/tests/support/served/changes';
import { entriesOfTheBuild } from '@/tests/support/served/entries';
import { served } from '@/tests/support/served/served';

export interface OwnWorld {
  ownerUrl: string;
  calling: Calling;
  close(): Promise<void>;
}

/** The county of the matrix of ways in, on a database of its own, served; all of it goes when the script ends. */
export async function ownWorld(more: Record<string, string> = {}): Promise<OwnWorld> {
  const here = await served(more, ownCounty);
  await watchChanges();
  const forget = atEnd(here.close);
  const { ask, world, web } = here;
  const origin = more.HUIYIN_PUBLIC_URL ?? `http://127.0.0.1:${web.port}`;
  return {
    ownerUrl: process.env.DATABASE_URL ?? '',
    calling: { ask, world, origin, entries: entriesOfTheBuild() },
    async close() {
      forget();
      await here.close();
    },
  };
}

import { withClient } from '@/scripts/launcher/with-client';
import { fillAlike } from './alike-cases';
import type { Bench } from './frame';
import { measure } from './measure';
import { nthOf } from './people';
import { byHand, toldCases } from './proposal';

/** The cases that may be the same thing, among a million: the statement reads no more than among a thousand. */
export const duplicates: Bench = {
  ground: 'own',
  async run({ ownerUrl, hand, times, quick }) {
    const { installCast } = await import('@/prisma/seed/install-cast');
    const { readDuplicates } = await import('@/lib/similar/duplicates');
    const dispatcher = (await installCast()).actors.get('chenjing');
    if (!dispatcher) throw new Error('nobody dispatches');
    const cases = quick ? 20_000 : 1_000_000;
    await withClient(ownerUrl, (client) => fillAlike(client, cases));
    const told = await toldCases(hand, 500);
    let found = 0;
    const figure = await measure(
      `what may be the same among ${cases.toLocaleString('en')}`,
      times(400),
      async (nth) => {
        found += (await readDuplicates(dispatcher, nthOf(told, nth))).length;
      },
      (nth) => {
        const it = nthOf(told, nth);
        const since = new Date(it.filedAt.getTime() - 90 * 86_400_000);
        return byHand(hand, it, since, '');
      },
    );
    return [{ ...figure, note: `${found} found in all` }];
  },
};

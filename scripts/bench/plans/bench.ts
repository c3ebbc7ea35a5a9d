import { withClient } from '@/scripts/launcher/with-client';
import { type Figure, spreadOf } from '../figures';
import type { Bench } from '../frame';
import { heardWhile } from './heard-statements';
import { hotWork } from './hot-work';
import { largeTables, wholeScans } from './whole-scans';

/**
 * Whether what is asked all the time finds its rows by an index at this size. The times are those of planning.
 *
 * @throws Error where a large table is read from end to end.
 */
export const plans: Bench = {
  ground: 'generated',
  async run({ ownerUrl, hand }) {
    await withClient(ownerUrl, (client) => client.query('ANALYZE'));
    const large = await largeTables(hand);
    const faults = new Set<string>();
    const millis: number[] = [];
    for (const [name, work] of await hotWork(hand)) {
      for (const statement of await heardWhile(work)) {
        const begun = performance.now();
        for (const table of await wholeScans(hand, statement, large))
          faults.add(`${name}: ${table}`);
        millis.push(performance.now() - begun);
      }
    }
    if (faults.size > 0) throw new Error(`read from end to end:\n${[...faults].join('\n')}`);
    const note = `${millis.length} statements, ${large.tables.size} large tables, none read from end to end`;
    const figure: Figure = { name: 'plans', ours: spreadOf(millis), note };
    return [figure];
  },
};

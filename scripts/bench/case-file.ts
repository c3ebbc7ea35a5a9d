import type { Client } from 'pg';
import type { Bench } from './frame';
import { measure } from './measure';
import { nthOf } from './people';

/**
 * Reading one appeal with all that rules may look at, as every step does first, against one plain SELECT
 * a table.
 */
export const caseFile: Bench = {
  ground: 'generated',
  async run({ hand, times }) {
    const { loadCaseFile } = await import('@/lib/appeals/load');
    const { db } = await import('@/lib/db/client');
    const { rows } = await hand.query<{ id: string }>(
      'SELECT id FROM "Appeal" ORDER BY "lastHash" LIMIT 500',
    );
    const figure = await measure(
      'reading a case file',
      times(500),
      (nth) => loadCaseFile(db(), nthOf(rows, nth).id),
      (nth) => caseFileByHand(hand, nthOf(rows, nth).id),
    );
    return [figure];
  },
};

const tables = ['Voice', 'Round', 'Assignment', 'Clock', 'Request', 'Supervision', 'Pressure'];
const selects = [
  'SELECT * FROM "Appeal" WHERE id = $1',
  ...[...tables, 'Verdict', 'Interview'].map((it) => `SELECT * FROM "${it}" WHERE "appealId" = $1`),
  'SELECT p.* FROM "Pause" p JOIN "Clock" c ON c.id = p."clockId" WHERE c."appealId" = $1',
  'SELECT x.* FROM "Extension" x JOIN "Clock" c ON c.id = x."clockId" WHERE c."appealId" = $1',
  'SELECT seq, verb, at, round, "personId" FROM "Event" WHERE "appealId" = $1 ORDER BY seq',
];

/** One plain SELECT a table. */
export async function caseFileByHand(client: Client, id: string): Promise<void> {
  for (const [of, text] of selects.entries()) {
    await client.query({ name: `file ${of}`, text, values: [id] });
  }
}

import type { Client } from 'pg';
import { keyOf, tellingOf } from '@/lib/similar/keywords';
import type { Told } from '@/lib/similar/told';
import { wordsOf } from '@/lib/similar/words';
import type { Bench } from './frame';
import { measure } from './measure';
import { nthOf, peopleWith } from './people';

/** Cases of the last month, as a dispatcher opens them. */
export async function toldCases(hand: Client, count: number): Promise<Told[]> {
  const { rows } = await hand.query<Told>(
    `SELECT a.id AS "appealId", a."filedAt", a.trial, d.title, d.what, d.place
     FROM "Appeal" a JOIN "Detail" d ON d."appealId" = a.id
     WHERE a."filedAt" > (SELECT max("filedAt") FROM "Appeal") - interval '30 days'
     ORDER BY md5(a.id::text) LIMIT $1`,
    [count],
  );
  return rows;
}

/** One statement for the same job: cases that share most of these words, with what a page shows of them. */
export const byHand = (hand: Client, told: Told, since: Date, status: string) =>
  hand.query({
    name: `alike ${status}`,
    text: `SELECT a."caseNumber", a.status, a."filedAt", d.title, d.what, d.place, n.shared
      FROM (SELECT k."appealId" AS id, count(*) AS shared
        FROM unnest($1::int[]) AS q (word) CROSS JOIN LATERAL (
          SELECT "appealId" FROM "Keyword" WHERE word = q.word AND "filedAt" > $2
          ORDER BY "filedAt" DESC LIMIT 300) AS k
        GROUP BY 1 ORDER BY 2 DESC LIMIT 150) AS n
      JOIN "Appeal" a ON a.id = n.id JOIN "Detail" d ON d."appealId" = a.id
      WHERE a.status::text ~ $3 ORDER BY n.shared DESC LIMIT 24`,
    values: [tellingOf(wordsOf(told), 20).map(keyOf), since, status],
  });

/** All that is proposed to whoever dispatches a case: the same thing, what was answered before, a category. */
export const proposal: Bench = {
  ground: 'generated',
  async run({ hand, times }) {
    const { readLike } = await import('@/lib/similar/read-like');
    const dispatchers = await peopleWith(hand, 'dispatcher');
    const told = await toldCases(hand, 500);
    const found = { duplicates: 0, solved: 0, category: 0, asked: 0 };
    const figure = await measure(
      'the whole proposal for a case',
      times(400),
      async (nth) => {
        const read = await readLike(nthOf(dispatchers, nth), nthOf(told, nth));
        found.asked += 1;
        found.duplicates += read.duplicates.length;
        found.solved += read.solved.length;
        found.category += read.category ? 1 : 0;
      },
      async (nth) => {
        const it = nthOf(told, nth);
        const since = new Date(it.filedAt.getTime() - 90 * 86_400_000);
        await byHand(hand, it, since, '');
        await byHand(hand, it, new Date(0), 'resolved|closed');
        await hand.query('SELECT * FROM "Category"');
      },
    );
    const each = (count: number) => (count / found.asked).toFixed(1);
    const note = `${each(found.duplicates)} that may be the same and ${each(found.solved)} answered ones a case`;
    return [{ ...figure, note }];
  },
};

import type { Client } from 'pg';
import type { Bench } from './frame';
import { measure } from './measure';
import { nthOf, peopleWith } from './people';

/** Words as people type them: often in texts, now and then, hardly ever. */
export const asked = {
  2: ['电梯', '漏水', '噪声', '校车', '井盖'],
  3: ['消防通', '不开门', '充电桩', '地锁装', '养老金'],
  6: ['楼道灯坏了', '消防通道被车堵', '垃圾堆在路口', '救护车进不来', '孩子写不了作业'],
};

/** The first page of a search by words, against one statement for the same rows. */
export const search: Bench = {
  ground: 'generated',
  async run({ hand, times }) {
    const { readQuery, searchAppeals } = await import('@/lib/appeals/queries/search');
    const dispatchers = await peopleWith(hand, 'dispatcher');
    const figures = [];
    for (const [letters, words] of Object.entries(asked)) {
      const figure = await measure(
        `search by ${letters} letters`,
        times(100),
        (nth) => searchAppeals(nthOf(dispatchers, nth), readQuery({ words: nthOf(words, nth) })),
        (nth) => searchByHand(hand, nthOf(words, nth)),
      );
      figures.push(figure);
    }
    return figures;
  },
};

/** The same rows by one statement, with no rights asked. */
export async function searchByHand(client: Client, words: string): Promise<void> {
  const { bigrams } = await import('@/lib/appeals/search-words');
  await client.query(
    `SELECT a.id, a."caseNumber", a.status, a."filedAt", d.title, d.place
     FROM "Detail" d JOIN "Appeal" a ON a.id = d."appealId"
     WHERE d.words @> $1 AND strpos(d.title || E'\\n' || d.what || E'\\n' || d.place, $2) > 0
     ORDER BY a."filedAt" DESC, a.id DESC LIMIT 21`,
    [bigrams(words), words],
  );
}

import type { Client } from 'pg';
import type { PersonActor } from '@/lib/people/actor';
import { withClient } from '@/scripts/launcher/with-client';
import { type Figure, spreadOf } from './figures';
import type { Bench } from './frame';
import { fill } from './inbox-cases';
import { measure } from './measure';

const here = 2_000;
const elsewhere = 20_000;
const zone = 'Asia/Shanghai';

/**
 * What the inbox of a unit with 2,000 open cases costs, in a county with 20,000 others. Rows are written
 * beneath the application, by SQL: what is measured is reading.
 */
export const inbox: Bench = {
  ground: 'own',
  async run({ ownerUrl, hand, times }) {
    const { installCast } = await import('@/prisma/seed/install-cast');
    const cast = await installCast();
    const unitOf = (code: string) => cast.units.get(code) ?? '';
    await withClient(ownerUrl, async (client) => {
      await fill(client, here, [unitOf('liuwan')]);
      const others = [...cast.units].filter(([code]) => code !== 'liuwan').map(([, id]) => id);
      await fill(client, elsewhere, others);
      await client.query('ANALYZE');
    });
    const figures: Figure[] = [];
    for (const login of ['zhaolimin', 'wangxiulan', 'chenjing', 'linxiao']) {
      const actor = cast.actors.get(login);
      if (actor) figures.push(...(await ofPerson(login, actor, hand, times)));
    }
    return figures;
  },
};

async function ofPerson(
  login: string,
  actor: PersonActor,
  hand: Client,
  times: (usual: number) => number,
): Promise<Figure[]> {
  const { readInbox } = await import('@/lib/appeals/queries/inbox');
  const { desksOf, readList } = await import('@/lib/appeals/queries/inbox-lists');
  const { inboxStatement } = await import('@/lib/appeals/queries/inbox-statement');
  const { Prisma } = await import('@/lib/db/generated/client');
  const [desk] = desksOf(actor);
  if (!desk) return [];
  const list = readList(undefined, desk, actor);
  const question = {
    actor,
    standsInFor: Prisma.sql`'{}'::uuid[]`,
    after: null,
    zone,
    pageOf: 25,
    mostCounted: 1_000,
  };
  const desks = [
    { desk, list },
    ...desksOf(actor)
      .filter((it) => it !== desk)
      .map((it) => ({ desk: it, list: readList(undefined, it, actor) })),
  ] as const;
  const { text, values } = inboxStatement({ ...question, desks });
  const runs: Plan[] = [];
  for (let nth = 0; nth < times(20); nth++) {
    const { rows } = await hand.query<{ 'QUERY PLAN': [Plan] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    );
    const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
    if (plan) runs.push(plan);
  }
  const { total, rows } = await readInbox(actor, desk, list, null, zone);
  const name = `inbox of ${login}, ${desk}/${list}`;
  const whole = await measure(
    name,
    times(200),
    () => readInbox(actor, desk, list, null, zone),
    () => inboxByHand(hand, actor, desk),
  );
  return [
    { ...whole, note: `${rows.length} rows of ${total}` },
    { name: `${name}, planning`, ours: spreadOf(runs.map((it) => it['Planning Time'])) },
    { name: `${name}, running`, ours: spreadOf(runs.map((it) => it['Execution Time'])) },
  ];
}

interface Plan {
  'Planning Time': number;
  'Execution Time': number;
}

/** The same page and one count, with no rights asked and no other list counted. */
export async function inboxByHand(client: Client, actor: PersonActor, desk: string): Promise<void> {
  const [column, value] = desk === 'unit' ? ['unitId', actor.unitId] : ['capability', desk];
  await client.query({
    name: `inbox ${column}`,
    text: `SELECT t.id, t.verb, t."dueAt", t."yellowAt", t."redAt", a."caseNumber", a.status, a.round,
        d.title, d.place, c.name, c."nameEn", p.name AS person
      FROM "Turn" t JOIN "Appeal" a ON a.id = t."appealId" LEFT JOIN "Detail" d ON d."appealId" = a.id
      LEFT JOIN "Category" c ON c.id = a."categoryId" LEFT JOIN "Person" p ON p.id = t."personId"
      WHERE t."${column}" = $1 ORDER BY t."dueAt", t.id LIMIT 26`,
    values: [value],
  });
  await client.query({
    name: `inbox count ${column}`,
    text: `SELECT count(*) FROM (SELECT FROM "Turn" WHERE "${column}" = $1 LIMIT 1001) AS counted`,
    values: [value],
  });
}

import { runScript } from '@/scripts/launcher/refusal';
import { say } from '@/scripts/launcher/say';
import { withClient } from '@/scripts/launcher/with-client';
import { fill } from './inbox-cases';
import { ownCounty } from './own-county';

/**
 * What the inbox of a unit with 2,000 open cases costs, in a county with 20,000 others.
 * A database of its own is made for it and removed afterwards. Rows are written beneath the
 * application, by SQL: what is measured is reading.
 */

const here = 2_000;
const elsewhere = 20_000;
const times = 200;
const zone = 'Asia/Shanghai';

await runScript(async () => {
  const { ownerUrl, webUrl } = await ownCounty();
  const { installCast } = await import('@/prisma/seed/install-cast');
  const cast = await installCast();
  const unitOf = (code: string) => cast.units.get(code) ?? '';
  await withClient(ownerUrl, async (client) => {
    await fill(client, here, [unitOf('liuwan')]);
    const others = [...cast.units].filter(([code]) => code !== 'liuwan').map(([, id]) => id);
    await fill(client, elsewhere, others);
    await client.query('ANALYZE');
  });
  for (const login of ['zhaolimin', 'wangxiulan', 'chenjing', 'linxiao']) {
    const actor = cast.actors.get(login);
    if (actor) await measure(login, actor, webUrl);
  }
  const { db } = await import('@/lib/db/client');
  await db().$disconnect();
  return 0;
});

type Person = import('@/lib/people/actor').PersonActor;

async function measure(login: string, actor: Person, url: string): Promise<void> {
  const { readInbox } = await import('@/lib/appeals/queries/inbox');
  const { desksOf, readList } = await import('@/lib/appeals/queries/inbox-lists');
  const { inboxStatement } = await import('@/lib/appeals/queries/inbox-statement');
  const { Prisma } = await import('@/lib/db/generated/client');
  const [desk] = desksOf(actor);
  if (!desk) return;
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
  const planned = await withClient(url, async (client) => {
    const runs: { plan: number; run: number }[] = [];
    for (let nth = 0; nth < 20; nth += 1) {
      const { rows } = await client.query<{ 'QUERY PLAN': [Plan] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
        values,
      );
      const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
      if (plan) runs.push({ plan: plan['Planning Time'], run: plan['Execution Time'] });
    }
    return runs;
  });
  const spent: number[] = [];
  for (let nth = 0; nth < times; nth += 1) {
    const before = performance.now();
    await readInbox(actor, desk, list, null, zone);
    spent.push(performance.now() - before);
  }
  const { total, rows } = await readInbox(actor, desk, list, null, zone);
  say(
    `${login} ${desk}/${list}: ${rows.length} rows of ${total} · planned in ${ms(planned.map((it) => it.plan))}, ` +
      `run in ${ms(planned.map((it) => it.run))} · from Node ${ms(spent)} (median, 95th of 100)`,
  );
}

interface Plan {
  'Planning Time': number;
  'Execution Time': number;
}

function ms(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return `${at(0.5).toFixed(1)} ms, ${at(0.95).toFixed(1)} ms`;
}

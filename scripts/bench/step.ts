import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { mintPerson, type PersonActor } from '@/lib/people/actor';
import type { Bench } from './frame';
import { measure } from './measure';
import { nthOf } from './people';

interface Contacted {
  appealId: string;
  actor: PersonActor;
}

/**
 * One step from lock to commit: a handler writes down another call with the resident. By hand: the same
 * rows, with nothing asked and nothing proven.
 */
export const step: Bench = {
  ground: 'generated',
  async run({ hand, times }) {
    const { perform } = await import('@/lib/appeals/perform');
    const cases = await contacted(hand);
    const input = { how: 'telephone', said: '又打了一次电话，说好明天上午到' };
    const figure = await measure(
      'one step',
      times(400),
      async (nth) => {
        const { appealId, actor } = nthOf(cases, nth);
        const done = await perform({ appealId, verb: 'contact', input }, actor);
        if (!done.ok) throw new Error(done.code);
      },
      (nth) => stepByHand(hand, nthOf(cases, nth), input.said),
    );
    return [figure];
  },
};

export async function contacted(client: Client): Promise<Contacted[]> {
  const { rows } = await client.query<Parameters<typeof mintPerson>[0] & { appealId: string }>(
    `SELECT a.id AS "appealId", p.id, p.name, p."unitId", s."unitPath", p.roles
     FROM "Appeal" a JOIN "Assignment" s ON s."appealId" = a.id AND s."untilAt" IS NULL
     JOIN LATERAL (SELECT * FROM "Person" p WHERE p."unitId" = s."unitId" AND 'handler' = ANY (p.roles)
       ORDER BY p.id LIMIT 1) p ON true
     WHERE a.status = 'contacted' ORDER BY a.id LIMIT 200`,
  );
  if (rows.length === 0) throw new Error('no case waits for its unit');
  return rows.map(({ appealId, ...person }) => ({ appealId, actor: mintPerson(person) }));
}

/** What a step leaves behind: the head moved on, an event, its words, the turns written anew. */
export async function stepByHand(
  client: Client,
  { appealId, actor }: Contacted,
  said: string,
): Promise<void> {
  await client.query('BEGIN');
  const { rows } = await client.query<{ lastSeq: number; lastHash: string; round: number }>({
    name: 'step lock',
    text: 'SELECT "lastSeq", "lastHash", round FROM "Appeal" WHERE id = $1 FOR UPDATE',
    values: [appealId],
  });
  const head = rows[0];
  if (!head) throw new Error('the case is gone');
  const seq = head.lastSeq + 1;
  // A step by hand does not belong in a chain: it is measured and taken back.
  await client.query({
    name: 'step event',
    text: `INSERT INTO "Event" (id, "appealId", seq, format, verb, at, "recordedAt", "actorKind", "personId",
        "unitId", "fromStatus", "toStatus", round, data, commitments, assumed, "prevHash", hash)
      VALUES ($1, $2, $3, 1, 'contact', now(), now(), 'person', $4, $5, 'contacted', 'contacted', $6,
        '{"how":"telephone"}', '{}', false, $7, $7)`,
    values: [randomUUID(), appealId, seq, actor.personId, actor.unitId, head.round, head.lastHash],
  });
  await client.query({
    name: 'step text',
    text: `INSERT INTO "Text" (id, "appealId", seq, field, body, salt) VALUES ($1, $2, $3, 'said', $4, $5)`,
    values: [randomUUID(), appealId, seq, said, 'a'.repeat(32)],
  });
  await client.query({
    name: 'step appeal',
    text: 'UPDATE "Appeal" SET "lastSeq" = $2, "lastAt" = now() WHERE id = $1',
    values: [appealId, seq],
  });
  await client.query({
    name: 'step turns',
    text: `WITH gone AS (DELETE FROM "Turn" WHERE "appealId" = $1 RETURNING *)
      INSERT INTO "Turn" (id, "appealId", "unitId", "personId", capability, verb, "notBefore", "dueAt", round, recused)
      SELECT gen_random_uuid(), "appealId", "unitId", "personId", capability, verb, "notBefore", "dueAt", round, recused FROM gone`,
    values: [appealId],
  });
  await client.query('ROLLBACK');
}

import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { mintResident } from '@/lib/people/actor';
import type { Bench } from './frame';
import { measure } from './measure';

const what = '楼道里的灯坏了三天，晚上上下楼要打手电，老人摔了一跤。请尽快来修。';
const place = '安泉里 3 号楼';

/** Filing one appeal with a sealed contact, against the bare inserts of as many rows. */
export const filing: Bench = {
  ground: 'generated',
  async run({ hand, times }) {
    const { fileAppeal } = await import('@/lib/appeals/file');
    const byHand = await filingByHand();
    const input = { what, place, name: '何安', phone: '13300001234' };
    const figure = await measure(
      'filing one appeal',
      times(300),
      async () => {
        const filed = await fileAppeal({ input }, mintResident());
        if (!filed.ok) throw new Error(filed.code);
      },
      () => byHand(hand),
    );
    return [figure];
  },
};

/** The bare inserts, taken back at the end; what is looked up by words is worked out before. */
export async function filingByHand(): Promise<(client: Client) => Promise<void>> {
  const { bigrams } = await import('@/lib/appeals/search-words');
  const { keyOf, tellingOf } = await import('@/lib/similar/keywords');
  const { wordsOf } = await import('@/lib/similar/words');
  const words = bigrams(`${what}\n${place}`);
  const keywords = tellingOf(wordsOf({ title: '', what, place })).map(keyOf);
  return (client) => inserts(client, words, keywords);
}

async function inserts(
  client: Client,
  words: readonly string[],
  keywords: readonly number[],
): Promise<void> {
  const [appeal, voice, round] = [randomUUID(), randomUUID(), randomUUID()];
  const insert = (name: string, text: string, values: unknown[]) =>
    client.query({ name: `file ${name}`, text, values });
  await client.query('BEGIN');
  const { rows } = await insert(
    'counter',
    `INSERT INTO "CaseCounter" ("on", last) VALUES (to_char(now(), 'YYYY-MM-DD'), 1)
     ON CONFLICT ("on") DO UPDATE SET last = "CaseCounter".last + 1 RETURNING last`,
    [],
  );
  const number = `99999999${String(rows[0]?.last).padStart(6, '0')}`;
  await insert(
    'appeal',
    `INSERT INTO "Appeal" (id, "caseNumber", status, kind, urgency, channel, step, round, "filedAt",
       "lastSeq", "lastHash", "lastAt")
     VALUES ($1, $2, 'filed', 'help', 'ordinary', 'web', 1, 1, now(), 1, repeat('0', 64), now())`,
    [appeal, number],
  );
  await insert(
    'detail',
    'INSERT INTO "Detail" ("appealId", title, what, place, words) VALUES ($1, $2, $3, $4, $5)',
    [appeal, what.slice(0, 20), what, place, words],
  );
  await insert(
    'keywords',
    'INSERT INTO "Keyword" (word, "filedAt", "appealId") SELECT word, now(), $2 FROM unnest($1::int[]) AS word',
    [keywords, appeal],
  );
  await insert(
    'voice',
    `INSERT INTO "Voice" (id, "appealId", role, reach, secret, locale, generation, "joinedAt")
     VALUES ($1, $2, 'filer', 'telephone', false, 'zh', 1, now())`,
    [voice, appeal],
  );
  await insert(
    'contact',
    `INSERT INTO "Contact" ("voiceId", name, phone, "phoneHash", salt)
     VALUES ($1, 'sealed', 'sealed', 'hashed', repeat('a', 32))`,
    [voice],
  );
  await insert(
    'round',
    `INSERT INTO "Round" (id, "appealId", number, origin, "startedAt", invited)
     VALUES ($1, $2, 1, 'own', now(), '{}')`,
    [round, appeal],
  );
  await insert(
    'clocks',
    `INSERT INTO "Clock" (id, "appealId", "roundId", kind, "startedAt", "dueAt", amount, unit, source,
       "calendarVersion", provisional)
     SELECT gen_random_uuid(), $1, $2, kind::"ClockKind", now(), now() + interval '7 days', 7,
       'calendarDays', '', 1, false FROM unnest(ARRAY['promise', 'dispatch']) AS kind`,
    [appeal, round],
  );
  await insert(
    'event',
    `INSERT INTO "Event" (id, "appealId", seq, format, verb, at, "recordedAt", "actorKind", "toStatus",
       round, data, commitments, assumed, "prevHash", hash)
     VALUES ($1, $2, 1, 1, 'file', now(), now(), 'resident', 'filed', 1, '{}', '{}', false,
       repeat('0', 64), repeat('0', 64))`,
    [randomUUID(), appeal],
  );
  await insert(
    'texts',
    `INSERT INTO "Text" (id, "appealId", seq, field, body, salt)
     SELECT gen_random_uuid(), $1, 1, field, $2, repeat('a', 32) FROM unnest(ARRAY['title', 'what', 'place']) AS field`,
    [appeal, what],
  );
  await insert(
    'notice',
    `INSERT INTO "Notice" (id, "appealId", seq, kind, "voiceId", "createdAt")
     VALUES ($1, $2, 1, 'file', $3, now())`,
    [randomUUID(), appeal, voice],
  );
  await insert(
    'turn',
    `INSERT INTO "Turn" (id, "appealId", capability, verb, "dueAt", round, recused)
     VALUES ($1, $2, 'dispatch', 'dispatch', now() + interval '2 hours', 1, FALSE)`,
    [randomUUID(), appeal],
  );
  await client.query('ROLLBACK');
}

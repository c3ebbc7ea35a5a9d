import { lookBackDays } from '@/lib/appeals/look-back';
import { Prisma } from '@/lib/db/generated/client';

/** Contacts first, and later every word. */
export type Stage = 'contacts' | 'words';

const columns = {
  contacts: { days: Prisma.sql`i."contactDays"`, gone: Prisma.sql`a."contactsErasedAt"` },
  words: { days: Prisma.sql`i."wordDays"`, gone: Prisma.sql`a."wordsErasedAt"` },
};

/** Somebody can still be named or reached: an import brings cases without anybody. */
const reachable = Prisma.sql`AND EXISTS (SELECT FROM "Voice" v WHERE v."appealId" = a.id
  AND (v.reach <> 'none' OR EXISTS (SELECT FROM "Contact" k WHERE k."voiceId" = v.id)))`;

/** The cases a case `a` is merged into, each into the next; both while it stands. */
const led = Prisma.sql`WITH RECURSIVE led AS (
    SELECT m."targetId" AS id FROM "Merge" m WHERE m."sourceId" = a.id AND m."untilAt" IS NULL
    UNION
    SELECT m."targetId" FROM led JOIN "Merge" m ON m."sourceId" = led.id AND m."untilAt" IS NULL)`;

/**
 * Cases `a` of which something falls due within so many days, and none before anything is erased at all: the twin of `erasableFrom` in
 * lib/appeals/erasure.ts, which has the last word.
 */
export const dueCases = (stage: Stage, days: number): Prisma.Sql => Prisma.sql`
  FROM "Appeal" a CROSS JOIN LATERAL (
      SELECT at, at - make_interval(days => ${columns[stage].days}) AS until, i."erasesFrom" AS "from" FROM "Installation" i,
        LATERAL (SELECT clock_timestamp() + make_interval(days => ${days}::int) AS at) o WHERE i.id = 1) c
  WHERE c.at >= c."from" AND a.status = 'closed' AND ${columns[stage].gone} IS NULL AND a."closedAt" < c.until
    ${stage === 'contacts' ? reachable : Prisma.empty}
    AND (a."reopenUntil" IS NULL OR a."reopenUntil" < c.at)
    AND (a."closedAs" NOT IN ('judged', 'heard', 'lapsed')
      OR a."closedAt" <= c.at - make_interval(days => ${lookBackDays}::int))
    AND NOT EXISTS (SELECT FROM "SpotCheck" y WHERE y."appealId" = a.id AND y.outcome IS NULL)
    AND NOT EXISTS (SELECT FROM "Request" q WHERE q."appealId" = a.id AND q."endedAt" IS NULL)
    AND NOT EXISTS (SELECT FROM "Import" m WHERE m.id = a."importId" AND m."finishedAt" IS NULL)
    AND NOT EXISTS (${led} SELECT FROM led JOIN "Appeal" t ON t.id = led.id
      WHERE t.status <> 'closed' OR t."closedAt" >= c.until OR t."reopenUntil" >= c.at)`;

/** Closed cases `a` of which somebody has asked for their contact to be erased. */
export const askedCases = Prisma.sql`
  FROM "Appeal" a WHERE a."eraseAsked" <> '{}' AND a.status = 'closed'
    AND NOT EXISTS (${led} SELECT FROM led JOIN "Appeal" t ON t.id = led.id
      WHERE t.status <> 'closed' OR t."reopenUntil" >= clock_timestamp())`;

/** Six months, as long as a log of who looked has to be kept (Cybersecurity Law, Art. 21). */
const lookedDays = 184;

/** Searches `l` for a telephone number that nobody has left any more, older than the log must say for which. */
export const oldLookups = Prisma.sql`
  FROM "Lookup" l WHERE l."phoneHash" <> '' AND l.at < clock_timestamp() - make_interval(days => ${lookedDays}::int)
    AND NOT EXISTS (SELECT FROM "Contact" k WHERE k."phoneHash" = l."phoneHash")`;

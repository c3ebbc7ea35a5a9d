import { notRecusedInSql } from '@/lib/appeals/queries/recused';
import { Prisma } from '@/lib/db/generated/client';
import { isFix, isStruck, spanOf } from '@/lib/lasting/rows';
import type { Window } from '@/lib/lasting/watch';
import type { PersonActor } from '@/lib/people/actor';
import { literally } from '@/lib/text';
import type { MeasureKey } from './define';
import type { Period } from './period';

/** What is asked: a period, a unit with all below it or everybody, and the instant of asking. */
export interface Scope {
  /** Who asks: cases they are barred from are in none of their numbers. Null: what everybody is told alike. */
  actor: PersonActor | null;
  period: Period;
  /** Path of the unit; null: all. */
  unitPath: string | null;
  /** The unit without those below it. */
  alone: boolean;
  at: Date;
  /** Of appeals `a` these alone. */
  only?: Prisma.Sql | undefined;
  /** The worker counts, and nobody sits before a page: it may take minutes. */
  unhurried?: boolean;
}

/** One who was due an answer: what counts and lists alike are made of. */
export interface Due {
  appealId: string;
  roundId: string;
  /** The Voice, the assignment whose clock it was, or the clock or round itself: with the round, the key. */
  who: string;
  unitId: string | null;
  origin: string;
  /** When it counts. */
  at: Date;
  answer: string | null;
  heard: string | null;
  late: boolean;
}

/** The column holds the path of the unit asked about, or of one below it. */
export function under(
  column: Prisma.Sql,
  { unitPath, alone }: Pick<Scope, 'unitPath' | 'alone'>,
): Prisma.Sql {
  if (unitPath === null) return Prisma.sql`TRUE`;
  if (alone) return Prisma.sql`${column} = ${unitPath}`;
  return Prisma.sql`${column} LIKE ${`${literally(unitPath)}%`}`;
}

export const within = (column: Prisma.Sql, { period }: Scope): Prisma.Sql =>
  Prisma.sql`(${column} >= ${period.from} AND ${column} < ${period.until})`;

/**
 * Trial appeals count nowhere, those of an import that has not finished nowhere yet, and none for somebody
 * who is barred from it. `a`: the appeal.
 */
export const counted = ({
  actor,
  only = Prisma.sql`TRUE`,
}: Scope): Prisma.Sql => Prisma.sql`(NOT a.trial AND ${only} AND ${actor ? notRecusedInSql(actor) : Prisma.sql`TRUE`} AND (
  a."importId" IS NULL OR NOT EXISTS (SELECT FROM "Import" m WHERE m.id = a."importId" AND m."finishedAt" IS NULL)))`;

/**
 * The round in which a case was concluded: unsolved for ever, whether it was answered or not, and also
 * where a supervisor had it reopened since.
 */
export const concluded = Prisma.sql`EXISTS (SELECT FROM "Request" q
  WHERE q."roundId" = r.id AND q.kind = 'conclude' AND q.outcome = 'granted')`;

/** v: the closing verdict, i: the last interview in which the Voice was reached, r: the round. */
const answers = {
  solved: {
    said: Prisma.sql`CASE WHEN ${concluded} THEN 'concluded' WHEN v.id IS NULL THEN NULL WHEN r.outcome = 'cannot' THEN 'cannot' ELSE v.solved::text END`,
    heard: Prisma.sql`CASE WHEN i.solved IS NULL THEN NULL WHEN r.outcome = 'cannot' THEN 'cannot' ELSE i.solved::text END`,
  },
  satisfiedResult: { said: Prisma.sql`v.result::text`, heard: Prisma.sql`i.result::text` },
  satisfiedHandling: { said: Prisma.sql`v.handling::text`, heard: Prisma.sql`i.handling::text` },
};

const voices = (
  key: MeasureKey,
  asks: keyof typeof answers,
  scope: Scope,
  more = Prisma.empty,
) => Prisma.sql`
  SELECT ${key} AS measure, r."appealId", r.id AS "roundId", asked.id AS who, r."unitId",
    r.origin::text AS origin, r."countedAt" AS at, ${answers[asks].said} AS answer,
    ${answers[asks].heard} AS heard, coalesce(v.at > r."countedAt", false) AS late
  FROM "Round" r
  JOIN "Appeal" a ON a.id = r."appealId"
  CROSS JOIN LATERAL unnest(r.invited) AS asked(id)
  LEFT JOIN "Verdict" v ON v."roundId" = r.id AND v."voiceId" = asked.id AND v.occasion = 'closing'
  LEFT JOIN LATERAL (
    SELECT * FROM "Interview" h
    WHERE h."roundId" = r.id AND h."voiceId" = asked.id AND h.reached
    ORDER BY h.seq DESC LIMIT 1
  ) i ON TRUE
  WHERE (r."resolvedAt" IS NOT NULL${asks === 'solved' ? Prisma.sql` OR ${concluded}` : Prisma.empty})
    AND ${within(Prisma.sql`r."countedAt"`, scope)}
    AND ${under(Prisma.sql`r."unitPath"`, scope)} AND ${counted(scope)} ${more}`;

/** When a limit was kept or fell due, whichever came first. */
const limitCountsAt = Prisma.sql`least(c."stoppedAt", c."dueAt")`;

const limitAnswer = Prisma.sql`CASE WHEN c."stoppedAt" IS NULL THEN 'waiting'
  WHEN c."stoppedAt" > c."dueAt" THEN 'late' ELSE c.outcome::text END`;

/** Kept, broken, or past its date and still owed, within the period. */
const limitIsDue = (scope: Scope) => Prisma.sql`c."dueAt" IS NOT NULL
  AND (c.outcome IS DISTINCT FROM 'void' OR c."stoppedAt" > c."dueAt")
  AND ${limitIsOver(scope)}`;

/** No limit counts after it fell due: so much an index can find. */
const limitIsOver = (scope: Scope) => Prisma.sql`c."dueAt" >= ${scope.period.from}
  AND (c."stoppedAt" IS NOT NULL OR c."dueAt" < ${scope.at})
  AND ${within(limitCountsAt, scope)}`;

const contacts = (key: MeasureKey, scope: Scope) => Prisma.sql`
  SELECT ${key} AS measure, c."appealId", c."roundId", s.id AS who, s."unitId",
    r.origin::text AS origin, ${limitCountsAt} AS at, ${limitAnswer} AS answer,
    NULL::text AS heard, FALSE AS late
  FROM "Clock" c
  JOIN "Assignment" s ON s.id = c."assignmentId"
  JOIN "Round" r ON r.id = c."roundId"
  JOIN "Appeal" a ON a.id = c."appealId"
  WHERE c.kind = 'contact' AND ${limitIsDue(scope)}
    AND ${under(Prisma.sql`s."unitPath"`, scope)} AND ${counted(scope)}`;

/** Each promise, one a round, that was kept or fell due: *met* is kept. It counts as contact limits do. */
export const promisesDue = (scope: Scope): Prisma.Sql => Prisma.sql`
  SELECT c."appealId", r.origin::text AS origin, ${limitCountsAt} AS at, ${limitAnswer} AS answer
  FROM "Clock" c
  JOIN "Round" r ON r.id = c."roundId"
  JOIN "Appeal" a ON a.id = c."appealId"
  WHERE c.kind = 'promise' AND ${limitIsDue(scope)} AND ${counted(scope)}`;

const limitKept = Prisma.sql`CASE WHEN c."stoppedAt" IS NULL THEN 'owed'
  WHEN c."stoppedAt" > c."dueAt" THEN 'broken' ELSE 'kept' END`;

/** Clocks of a kind; `held` names who holds each. */
const limits = (
  key: MeasureKey,
  scope: Scope,
  held: Prisma.Sql,
  kind: 'promise' | 'accept' | 'dispatch' | 'decide',
  answer = limitKept,
) => Prisma.sql`
  SELECT ${key} AS measure, c."appealId", c."roundId", c.id AS who, held."unitId",
    r.origin::text AS origin, ${limitCountsAt} AS at, ${answer} AS answer,
    NULL::text AS heard, FALSE AS late
  FROM "Clock" c
  JOIN "Round" r ON r.id = c."roundId"
  JOIN "Appeal" a ON a.id = c."appealId"
  ${held}
  WHERE c.kind = ${kind}::"ClockKind" AND ${limitIsDue(scope)}
    AND ${under(Prisma.sql`held."unitPath"`, scope)} AND ${counted(scope)}`;

const byAssignment = Prisma.sql`LEFT JOIN "Assignment" held ON held.id = c."assignmentId"`;

/** As held-by.ts says it, at the instant at which it counts: the owner of a cause, else whoever led. */
const byHolder = Prisma.sql`LEFT JOIN LATERAL (
  SELECT by."unitId", by."unitPath" FROM (
    SELECT 1 AS rank, o."unitId", o."unitPath", o.at AS "fromAt" FROM "Cause" o
    WHERE o."roundId" = c."roundId" AND o.at < ${limitCountsAt}
      AND (o."endedAt" IS NULL OR o."endedAt" >= ${limitCountsAt})
    UNION ALL
    SELECT 2, s."unitId", s."unitPath", s."fromAt" FROM "Assignment" s
    WHERE s."roundId" = c."roundId" AND s.role = 'lead' AND s."fromAt" <= ${limitCountsAt}
      AND (s."untilAt" IS NULL OR s."untilAt" >= ${limitCountsAt})
  ) AS by ORDER BY by.rank, by."fromAt" LIMIT 1
) held ON TRUE`;

const wasExtended = Prisma.sql`CASE WHEN EXISTS (
  SELECT FROM "Extension" x WHERE x."clockId" = c.id) THEN 'extended' ELSE 'asPromised' END`;

const wasParked = Prisma.sql`CASE WHEN EXISTS (
  SELECT FROM "Pause" p WHERE p."clockId" = c.id AND p.cause = 'park') THEN 'parked' ELSE 'notParked' END`;

/** Whoever decided; nobody while it waits, since any reviewer may. */
const byDecider = Prisma.sql`LEFT JOIN LATERAL (
  SELECT u.id AS "unitId", u.path AS "unitPath" FROM "Request" q
  JOIN case_steps(q."appealId") e ON e.seq = q."endedSeq"
  JOIN "Unit" u ON u.id = e."unitId"
  WHERE q.id = c."requestId" AND q.outcome IN ('granted', 'refused')
) held ON TRUE`;

/** Each naming that could be sent back, when the unit made up its mind or the time for it was over. */
const leads = (key: MeasureKey, scope: Scope) => Prisma.sql`
  SELECT ${key} AS measure, c."appealId", c."roundId", s.id AS who, s."unitId",
    r.origin::text AS origin, ${limitCountsAt} AS at,
    CASE WHEN s."endedAs" = 'sentBack' THEN 'sentBack' ELSE 'stayed' END AS answer,
    NULL::text AS heard, FALSE AS late
  FROM "Clock" c
  JOIN "Assignment" s ON s.id = c."assignmentId"
  JOIN "Round" r ON r.id = c."roundId"
  JOIN "Appeal" a ON a.id = c."appealId"
  WHERE c.kind = 'sendBack' AND NOT s.final AND ${limitIsOver(scope)}
    AND ${under(Prisma.sql`s."unitPath"`, scope)} AND ${counted(scope)}`;

/** Answered rounds, each once. */
const rounds = (
  key: MeasureKey,
  scope: Scope,
  answer: Prisma.Sql,
  more = Prisma.empty,
) => Prisma.sql`
  SELECT ${key} AS measure, r."appealId", r.id AS "roundId", r.id AS who, r."unitId",
    r.origin::text AS origin, r."countedAt" AS at, ${answer} AS answer,
    NULL::text AS heard, FALSE AS late
  FROM "Round" r
  JOIN "Appeal" a ON a.id = r."appealId"
  LEFT JOIN "Round" n ON n."appealId" = r."appealId" AND n.number = r.number + 1
  WHERE r."resolvedAt" IS NOT NULL AND ${within(Prisma.sql`r."countedAt"`, scope)}
    AND ${under(Prisma.sql`r."unitPath"`, scope)} AND ${counted(scope)} ${more}`;

/** By what came after: a *no* goes on at once, reopening comes after the end. */
const cameAfter = Prisma.sql`CASE WHEN n.id IS NULL THEN 'rests'
  WHEN n."startedAt" > r."endedAt" THEN 'reopened' ELSE 'goneOn' END`;

const wasHandedOver = Prisma.sql`CASE WHEN EXISTS (
  SELECT FROM "Assignment" s WHERE s."roundId" = r.id AND s.role = 'lead'
    AND s."endedAs" IN ('sentBack', 'redispatched')) THEN 'handedOver' ELSE 'stayedPut' END`;

const wasRated = Prisma.sql`CASE WHEN EXISTS (
  SELECT FROM "Verdict" v WHERE v."roundId" = r.id AND v.occasion = 'closing')
  THEN 'rated' ELSE 'unrated' END`;

/**
 * Fixes on which the case came to rest and which have been watched for so many days, each once, when those were
 * over. Of what came after, the first that stands decides. No answer: nobody can tell where it was, or what about.
 */
const watched = (key: MeasureKey, days: Window, scope: Scope): Prisma.Sql => {
  const until = Prisma.sql`r."resolvedAt" + ${spanOf(days)}`;
  return Prisma.sql`
  SELECT ${key} AS measure, r."appealId", r.id AS "roundId", r.id AS who, r."unitId",
    r.origin::text AS origin, ${until} AS at,
    CASE WHEN n."startedAt" <= ${until} THEN 'reopened' WHEN after.stands THEN 'recurred'
      WHEN after.stands IS NOT NULL THEN 'struckOff'
      WHEN EXISTS (SELECT FROM "Whereabout" w WHERE w."appealId" = r."appealId") THEN 'lasts' END AS answer,
    NULL::text AS heard, FALSE AS late
  FROM "Round" r
  JOIN "Appeal" a ON a.id = r."appealId"
  LEFT JOIN "Round" n ON n."appealId" = r."appealId" AND n.number = r.number + 1
  LEFT JOIN LATERAL (${afterFix(until, scope)}) after ON TRUE
  WHERE ${isFix} AND r."resolvedAt" >= ${scope.period.from}::timestamptz - ${spanOf(days)}
    AND r."resolvedAt" < least(${scope.period.until}::timestamptz, ${scope.at}::timestamptz) - ${spanOf(days)}
    AND r."endedAt" IS NOT NULL AND (n.id IS NULL OR n."startedAt" > r."endedAt") AND NOT ${concluded}
    AND ${under(Prisma.sql`r."unitPath"`, scope)} AND ${counted(scope)}`;
};

/** Null where nothing came after the fix `r`; else whether any of it stands. */
const afterFix = (until: Prisma.Sql, scope: Scope) => Prisma.sql`
  SELECT bool_or(NOT ${isStruck}) AS stands FROM "AfterEffect" e JOIN "Appeal" a ON a.id = e."laterId"
  WHERE e."roundId" = r.id AND e.at <= ${until} AND ${counted({ ...scope, only: undefined })}`;

const somebodyAsked = Prisma.sql`AND cardinality(r.invited) > 0`;

/** All who were due under a measure, one row each: the columns of `Due`, and the measure's key. */
export function populationOf(key: MeasureKey, scope: Scope): Prisma.Sql {
  switch (key) {
    case 'response':
      return contacts(key, scope);
    case 'firstSolved':
      return voices(key, 'solved', scope, Prisma.sql`AND r.number = 1`);
    case 'promise':
      return limits(key, scope, byHolder, key);
    case 'extended':
      return limits(key, scope, byHolder, 'promise', wasExtended);
    case 'parked':
      return limits(key, scope, byHolder, 'promise', wasParked);
    case 'accept':
    case 'dispatch':
      return limits(key, scope, byAssignment, key);
    case 'decide':
      return limits(key, scope, byDecider, key);
    case 'sentBack':
      return leads(key, scope);
    case 'reopened':
      return rounds(key, scope, cameAfter);
    case 'handedOver':
      return rounds(key, scope, wasHandedOver);
    case 'unrated':
      return rounds(key, scope, wasRated, somebodyAsked);
    case 'lasting30':
      return watched(key, 30, scope);
    case 'lasting90':
      return watched(key, 90, scope);
    case 'lasting180':
      return watched(key, 180, scope);
    default:
      return voices(key, key, scope);
  }
}

import { isOpen, statuses } from '@/lib/appeals/lifecycle';
import type { PauseCause } from '@/lib/appeals/records';
import { actives } from '@/lib/appeals/supervision-causes';
import { Prisma } from '@/lib/db/generated/client';
import { concluded, counted, type Scope, under, within } from './population';

/** The unit that has or last had a round: the open lead, else the last one. */
const lastLead = Prisma.sql`LEFT JOIN LATERAL (
  SELECT s."unitId", s."unitPath" FROM "Assignment" s
  WHERE s."roundId" = r.id AND s.role = 'lead'
  ORDER BY s."untilAt" DESC NULLS FIRST LIMIT 1
) held ON TRUE`;

/** The unit that has it now; none while it lies with the dispatchers. */
const openLead = Prisma.sql`LEFT JOIN "Assignment" held
  ON held."roundId" = r.id AND held.role = 'lead' AND held."untilAt" IS NULL`;

/**
 * Who holds lateness of a round's promise now: the owner of its cause, else the open lead (see held-by.ts); a
 * merged case is with whoever has the case it is part of.
 */
const holderOfWhole = Prisma.sql`LEFT JOIN LATERAL (
  SELECT by."unitId", by."unitPath" FROM (
    SELECT 1 AS rank, o."unitId", o."unitPath" FROM "Cause" o
    WHERE o."roundId" = r.id AND o."endedAt" IS NULL
    UNION ALL
    SELECT 2, s."unitId", s."unitPath" FROM "Assignment" s
    WHERE s.role = 'lead' AND s."untilAt" IS NULL
      AND s."appealId" = coalesce((SELECT g."targetId" FROM "Merge" g
        WHERE g."sourceId" = r."appealId" AND g."untilAt" IS NULL), r."appealId")
  ) AS by ORDER BY by.rank LIMIT 1
) held ON TRUE`;

interface List {
  /** `now`: as things stand, whatever the period. `period`: what fell into it. */
  spans: 'now' | 'period';
  /** Oldest first where the oldest has waited longest. */
  first: 'oldest' | 'newest';
  rows(scope: Scope): Prisma.Sql;
}

const columns = (who: Prisma.Sql, at: Prisma.Sql, unitId = Prisma.sql`held."unitId"`) => Prisma.sql`
  r."appealId", r.id AS "roundId", ${who} AS who, ${unitId} AS "unitId",
  r.origin::text AS origin, ${at} AS at, NULL::text AS answer, NULL::text AS heard, FALSE AS late`;

const held = Prisma.sql`held."unitPath"`;

/** Promises that stand still now, for one cause. */
const standing = (cause: PauseCause): List => ({
  spans: 'now',
  first: 'oldest',
  rows: (scope) => Prisma.sql`
    SELECT ${columns(Prisma.sql`p.id`, Prisma.sql`p."fromAt"`)}
    FROM "Pause" p JOIN "Clock" c ON c.id = p."clockId" JOIN "Round" r ON r.id = c."roundId"
    JOIN "Appeal" a ON a.id = r."appealId"
    ${openLead}
    WHERE p."untilAt" IS NULL AND p.cause = ${cause} AND ${under(held, scope)} AND ${counted(scope)}`,
});

/** A case that is open, in the round it is in, with whoever has it. */
const openCases = (scope: Scope, at: Prisma.Sql, more: Prisma.Sql) => Prisma.sql`
  SELECT ${columns(Prisma.sql`r.id`, at)}
  FROM "Appeal" a JOIN "Round" r ON r."appealId" = a.id AND r.number = a.round
  ${openLead}
  WHERE a.status = ANY(${statuses.filter(isOpen)}::"Status"[]) AND ${more} AND ${under(held, scope)} AND ${counted(scope)}`;

/** Of an open case `a`: days without any step after which it is said to stand still. */
const unmovedDays = 7;

/**
 * Whether there is any row. Of EXISTS beside OR the planner makes a list of all there are, of every case ever closed;
 * what has a limit it asks of each of the few open cases.
 */
const any = (rows: Prisma.Sql) => Prisma.sql`(SELECT TRUE ${rows} LIMIT 1) IS NOT NULL`;

/** Why somebody of an open case `a` is not served. */
const unservedBy = {
  overdue: ({ at }: Scope) =>
    any(Prisma.sql`FROM "Clock" c
    WHERE c."roundId" = r.id AND c.kind = 'promise' AND c."stoppedAt" IS NULL AND c."dueAt" < ${at}`),
  thirdRound: () => Prisma.sql`a.round >= 3`,
  unhappy: () =>
    any(Prisma.sql`FROM "Verdict" v WHERE v."appealId" = a.id
    AND v.occasion = 'closing' AND (v.solved <> 'yes' OR v.result = 'dissatisfied' OR v.handling = 'dissatisfied')`),
  pressedOpen: () => any(Prisma.sql`FROM "Pressure" p WHERE p."appealId" = a.id AND p.pressed`),
  unmoved: ({ at }: Scope) => Prisma.sql`(a.status::text = ANY(${[...actives]})
    AND a."lastAt" <= ${new Date(at.getTime() - unmovedDays * 86_400_000)})`,
};

const unserved = (key: 'unhappy' | 'pressedOpen' | 'unmoved', at: Prisma.Sql): List => ({
  spans: 'now',
  first: 'oldest',
  rows: (scope) => openCases(scope, at, unservedBy[key](scope)),
});

/** Cases beside the rates: who is not served, and what no rate can count. */
export const lists = {
  /** Open, and the promised date has passed; with whoever holds its lateness now. */
  overdue: {
    spans: 'now',
    first: 'oldest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`c.id`, Prisma.sql`c."dueAt"`)}
      FROM "Clock" c JOIN "Round" r ON r.id = c."roundId" JOIN "Appeal" a ON a.id = r."appealId"
      ${holderOfWhole}
      WHERE c.kind = 'promise' AND c."stoppedAt" IS NULL AND c."dueAt" < ${scope.at}
        AND ${under(held, scope)} AND ${counted(scope)}`,
  },
  /** Open in its third round or a later one. */
  thirdRound: {
    spans: 'now',
    first: 'oldest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`r.id`, Prisma.sql`r."startedAt"`)}
      FROM "Appeal" a JOIN "Round" r ON r."appealId" = a.id AND r.number = a.round
      ${openLead}
      WHERE a.round >= 3 AND a.status <> 'closed'
        AND ${under(held, scope)} AND ${counted(scope)}`,
  },
  /** Under supervision, by the system or by a person. */
  supervised: {
    spans: 'now',
    first: 'oldest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`s.id`, Prisma.sql`s.at`)}
      FROM "Supervision" s JOIN "Appeal" a ON a.id = s."appealId"
      JOIN "Round" r ON r."appealId" = a.id AND r.number = a.round
      ${lastLead}
      WHERE s."releasedAt" IS NULL AND ${under(held, scope)} AND ${counted(scope)}`,
  },
  /** Parked until a date. */
  parked: standing('park'),
  /** The promise stands still until the resident answers. */
  onQuestion: standing('question'),
  /** The promise stands still until a statutory test is done. */
  onTest: standing('test'),
  /** The cause lies above: with its owner, whatever has become of the case. */
  caused: {
    spans: 'now',
    first: 'oldest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`o.id`, Prisma.sql`o.at`, Prisma.sql`o."unitId"`)}
      FROM "Cause" o JOIN "Round" r ON r.id = o."roundId" JOIN "Appeal" a ON a.id = o."appealId"
      WHERE o."endedAt" IS NULL AND ${under(Prisma.sql`o."unitPath"`, scope)} AND ${counted(scope)}`,
  },
  /** A resident said that somebody asked or paid for an answer or a withdrawal. */
  pressed: {
    spans: 'period',
    first: 'newest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`p.id`, Prisma.sql`p.at`, Prisma.sql`coalesce(r."unitId", held."unitId")`)}
      FROM "Pressure" p JOIN "Round" r ON r.id = p."roundId" JOIN "Appeal" a ON a.id = r."appealId"
      ${lastLead}
      WHERE p.pressed AND ${within(Prisma.sql`p.at`, scope)}
        AND ${under(Prisma.sql`coalesce(r."unitPath", held."unitPath")`, scope)}
        AND ${counted(scope)}`,
  },
  /** Open, though somebody judged it unsolved or was dissatisfied. */
  unhappy: unserved('unhappy', Prisma.sql`r."startedAt"`),
  /** Open, and somebody said at some time that they were pressed. */
  pressedOpen: unserved('pressedOpen', Prisma.sql`r."startedAt"`),
  /** Open, with a unit or the dispatchers, and for days nobody took a step. */
  unmoved: unserved('unmoved', Prisma.sql`a."lastAt"`),
  /** Open, and for one of these reasons somebody is not served; each case once. */
  unserved: {
    spans: 'now',
    first: 'oldest',
    rows: (scope) => {
      const reasons = Object.values(unservedBy).map((why) => why(scope));
      return openCases(
        scope,
        Prisma.sql`a."filedAt"`,
        Prisma.sql`(${Prisma.join(reasons, ' OR ')})`,
      );
    },
  },
  /** All that are open. */
  open: {
    spans: 'now',
    first: 'oldest',
    rows: (scope) => openCases(scope, Prisma.sql`a."filedAt"`, Prisma.sql`TRUE`),
  },
  /** Filed in the period, whatever has become of them; with the unit that had them last. */
  filed: {
    spans: 'period',
    first: 'newest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`r.id`, Prisma.sql`a."filedAt"`)}
      FROM "Appeal" a JOIN "Round" r ON r."appealId" = a.id AND r.number = 1
      ${lastLead}
      WHERE ${within(Prisma.sql`a."filedAt"`, scope)} AND ${under(held, scope)} AND ${counted(scope)}`,
  },
  /** Closed in the period, each time a case was; a *no* that goes on at once is no closing. */
  closed: {
    spans: 'period',
    first: 'newest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`r.id`, Prisma.sql`r."endedAt"`)}
      FROM "Round" r JOIN "Appeal" a ON a.id = r."appealId"
      LEFT JOIN "Round" n ON n."appealId" = r."appealId" AND n.number = r.number + 1
      ${lastLead}
      WHERE (n.id IS NULL OR n."startedAt" > r."endedAt") AND ${within(Prisma.sql`r."endedAt"`, scope)}
        AND ${under(held, scope)} AND ${counted(scope)}`,
  },
  /** Answered while a unit that was called had not reported back. */
  silentCalls: {
    spans: 'period',
    first: 'newest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`w.id`, Prisma.sql`w."endedAt"`, Prisma.sql`w."unitId"`)}
      FROM "Call" w JOIN "Round" r ON r.id = w."roundId" JOIN "Appeal" a ON a.id = w."appealId"
      WHERE w.outcome = 'silent' AND ${within(Prisma.sql`w."endedAt"`, scope)}
        AND ${under(Prisma.sql`w."unitPath"`, scope)} AND ${counted(scope)}`,
  },
  /** The round ended without an answer to judge: declined, or withdrawn before; what is merged goes on. */
  unresolved: {
    spans: 'period',
    first: 'newest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`r.id`, Prisma.sql`r."endedAt"`)}
      FROM "Round" r JOIN "Appeal" a ON a.id = r."appealId"
      ${lastLead}
      WHERE r."resolvedAt" IS NULL AND NOT ${concluded} AND a."closedAs" IS DISTINCT FROM 'merged'
        AND ${within(Prisma.sql`r."endedAt"`, scope)}
        AND ${under(held, scope)} AND ${counted(scope)}`,
  },
  /** Answered and counted, but no Voice could be asked. */
  unasked: {
    spans: 'period',
    first: 'newest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`r.id`, Prisma.sql`r."countedAt"`, Prisma.sql`r."unitId"`)}
      FROM "Round" r JOIN "Appeal" a ON a.id = r."appealId"
      WHERE r."resolvedAt" IS NOT NULL AND cardinality(r.invited) = 0
        AND ${within(Prisma.sql`r."countedAt"`, scope)}
        AND ${under(Prisma.sql`r."unitPath"`, scope)} AND ${counted(scope)}`,
  },
  /** Nobody was contacted before the limit was over; then the case went elsewhere or ended. */
  passedOn: {
    spans: 'period',
    first: 'newest',
    rows: (scope) => Prisma.sql`
      SELECT ${columns(Prisma.sql`held.id`, Prisma.sql`c."dueAt"`)}
      FROM "Clock" c JOIN "Assignment" held ON held.id = c."assignmentId"
      JOIN "Round" r ON r.id = c."roundId" JOIN "Appeal" a ON a.id = r."appealId"
      WHERE c.kind = 'contact' AND c.outcome = 'void' AND c."stoppedAt" > c."dueAt"
        AND ${within(Prisma.sql`c."dueAt"`, scope)}
        AND ${under(held, scope)} AND ${counted(scope)}`,
  },
} as const satisfies Record<string, List>;

export type ListKey = keyof typeof lists;

export const listKeys = Object.keys(lists) as ListKey[];

export const isListKey = (name: string): name is ListKey => Object.hasOwn(lists, name);

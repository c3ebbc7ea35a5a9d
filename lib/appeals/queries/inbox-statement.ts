import { planned } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { filtersInSql } from '@/lib/desk/saved-filters';
import { unseenInSql } from '@/lib/notices/staff-notices';
import { may, type PersonActor } from '@/lib/people/actor';
import { toLookAtInSql } from '@/lib/publication/to-look-at';
import { handsOff } from '../parties';
import { behindInSql } from './behind-in-sql';
import { ownCausesInSql } from './causes';
import { conditionOf, type Desk, type InboxList, listsOf, named } from './inbox-lists';
import type { PageKey } from './page-key';
import { notRecusedInSql } from './recused';
import { visibleInSql } from './visible-in-sql';

export interface InboxQuestion {
  actor: PersonActor;
  /** Ids of absent people whose work the reader does today, as an array. */
  standsInFor: Prisma.Sql;
  /** Each desk with the list that is asked of it; the first is the one whose rows are wanted. */
  desks: readonly [{ desk: Desk; list: InboxList }, ...{ desk: Desk; list: InboxList }[]];
  after: PageKey | null;
  zone: string;
  pageOf: number;
  /** Turns of a desk that are counted, the most urgent ones first. */
  mostCounted: number;
}

/** One instant for the whole statement, in whole milliseconds like every instant kept. */
const at = Prisma.sql`date_trunc('milliseconds', statement_timestamp())`;

/**
 * The rows of one desk and the numbers of all, with what stands around them, as one statement: the page
 * staff open most. Rows come off the index of the desk in order, so that a page costs the same however long
 * the list is.
 */
export function inboxStatement(question: InboxQuestion): Prisma.Sql {
  const { zone } = question;
  const [chosen] = question.desks;
  const tallies = question.desks.map(({ desk, list }) =>
    tally(question, desk, list, desk === chosen.desk),
  );
  return Prisma.sql`${planned}
    SELECT json_build_object(
      'at', ${at},
      'unseen', ${unseenInSql(question.actor)},
      'causes', ${chosen.desk === 'unit' ? ownCausesInSql(question.actor) : Prisma.sql`0`},
      'showings', ${chosen.desk === 'review' ? toLookAtInSql(question.actor) : Prisma.sql`0`},
      'saved', ${filtersInSql(question.actor, 'inbox')},
      'dayEndsAt', ${dayEnd(zone)},
      'tallies', (SELECT json_agg(tally) FROM (${Prisma.join(tallies, ' UNION ALL ')}) AS every(tally)),
      'rows', (SELECT coalesce(json_agg(row ORDER BY row."dueAt", row.id), '[]') FROM (${page(question)}) AS row)
    ) AS inbox`;
}

/**
 * A number that is the same in every call, as part of the text: a statement is planned for whatever its
 * parameters may be, and for a page of unknown length whole tables would be read.
 */
const written = (count: number): Prisma.Sql => Prisma.raw(String(count));

const dayEnd = (zone: string) =>
  Prisma.sql`(date_trunc('day', ${at} AT TIME ZONE ${zone}) + interval '1 day') AT TIME ZONE ${zone}`;

/**
 * Numbers of a desk; `whole` counts every list of it. Turns are taken off the index first, so that
 * counting costs the same on a desk of a thousand and of a hundred thousand.
 */
function tally(question: InboxQuestion, desk: Desk, list: InboxList, whole: boolean): Prisma.Sql {
  const { zone, mostCounted, actor } = question;
  const beside = whole ? listsOf(desk) : [];
  const isIn = (name: InboxList) => Prisma.raw(`t."in_${name}"`);
  const count = (where: Prisma.Sql) => Prisma.sql`count(*) FILTER (WHERE ${where})`;
  const marks = [...new Set([list, ...beside])].map(
    (name) => Prisma.sql`${condition(question, name)} AS ${Prisma.raw(`"in_${name}"`)}`,
  );
  const counts = beside.map((name) => Prisma.sql`${name}::text, ${count(isIn(name))}`);
  const today = Prisma.sql`t."dueAt" >= ${at} AND t."dueAt" < ${dayEnd(zone)}`;
  return Prisma.sql`
    SELECT json_build_object(
      'desk', ${desk}::text,
      'counts', json_build_object(${counts.length > 0 ? Prisma.join(counts) : Prisma.empty}),
      'total', ${count(isIn(list))},
      'overdue', ${count(Prisma.sql`${isIn(list)} AND t."dueAt" < ${at}`)},
      'today', ${count(Prisma.sql`${isIn(list)} AND ${today}`)},
      'atLeast', coalesce(bool_or(t.more), FALSE)
    ) FROM (
      SELECT t.more, t."dueAt", ${Prisma.join(marks)}
      FROM (SELECT u.*, count(*) OVER () > ${written(mostCounted)} AS more FROM (
          SELECT t.* FROM "Turn" t WHERE ${waiting(question, desk)}
          ORDER BY t."dueAt", t.id LIMIT ${written(mostCounted + 1)}) AS u) AS t
      ${onTurnAlone(desk, actor) ? Prisma.empty : Prisma.sql`JOIN "Appeal" a ON a.id = t."appealId"`}
      WHERE ${mayBeShown(desk, actor)}
    ) AS t`;
}

function page(question: InboxQuestion): Prisma.Sql {
  const [{ desk, list }] = question.desks;
  const { zone, pageOf, after, actor } = question;
  const today = Prisma.sql`to_char(${at} AT TIME ZONE ${zone}, 'YYYY-MM-DD')`;
  return Prisma.sql`
    SELECT t.id, t.verb, t."dueAt", t."yellowAt", t."redAt",
      coalesce(t."personId" = ${actor.personId}::uuid, FALSE) AS own, t.person, t.gone,
      t."caseNumber", t.status, t.round, t.trial,
      CASE WHEN t.verb IN ('resolve', 'resume') THEN (SELECT p.cause FROM "Clock" k JOIN "Pause" p ON p."clockId" = k.id
        WHERE k."appealId" = t."appealId" AND p."untilAt" IS NULL ORDER BY p."fromAt" LIMIT 1) END AS hold,
      (SELECT count(*)::int FROM "Round" n JOIN "Assignment" h ON h."roundId" = n.id
        WHERE n."appealId" = t."appealId" AND n.number = t.round
          AND h.role = 'lead' AND h."endedAs" IN ('sentBack', 'redispatched')) AS "handOvers",
      EXISTS (SELECT FROM "Assignment" h WHERE h."appealId" = t."appealId" AND h.role = 'second'
        AND h."untilAt" IS NULL AND h."unitId" = t."unitId") AS helps,
      ${behindInSql(Prisma.sql`t."appealId"`)} AS behind, d.title, d.place, v.secret, v.locale AS "voiceLocale",
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name, 'nameEn', c."nameEn") END AS category,
      CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name, 'nameEn', u."nameEn") END AS unit,
      (SELECT max(b."untilOn") FROM "Absence" b WHERE b."personId" = t."personId"
        AND b."cancelledAt" IS NULL AND ${today} BETWEEN b."fromOn" AND b."untilOn") AS "awayUntilOn"
    FROM (
      SELECT t.*, p.name AS person, p."disabledAt" IS NOT NULL AS gone,
        a."caseNumber", a.status, a.trial, a."categoryId"
      FROM "Turn" t JOIN "Appeal" a ON a.id = t."appealId" LEFT JOIN "Person" p ON p.id = t."personId"
      WHERE ${waiting(question, desk)} AND ${mayBeShown(desk, actor)}
        AND ${condition(question, list)} AND ${behind(after)}
      ORDER BY t."dueAt", t.id LIMIT ${written(pageOf + 1)}
    ) AS t
    LEFT JOIN "Detail" d ON d."appealId" = t."appealId"
    LEFT JOIN "Voice" v ON v."appealId" = t."appealId" AND v.role = 'filer' AND v."leftAt" IS NULL
    LEFT JOIN "Category" c ON c.id = t."categoryId"
    LEFT JOIN "Unit" u ON u.id = t."unitId"`;
}

const condition = ({ actor, standsInFor }: InboxQuestion, list: InboxList): Prisma.Sql =>
  conditionOf(list, { actor, standsInFor, at });

/** Turns of a desk whose time has come. */
const waiting = ({ actor, standsInFor }: InboxQuestion, desk: Desk): Prisma.Sql =>
  Prisma.sql`${ofDesk(desk, actor, standsInFor)} AND (t."notBefore" IS NULL OR t."notBefore" <= ${at})`;

/**
 * Nothing is left to ask of the appeal itself where the reader may see all, and on a unit's own desk: it gets
 * turns only in what it has, was called to or owns the cause of. Who is barred, the turn knows.
 */
const onTurnAlone = (desk: Desk, actor: PersonActor): boolean =>
  desk === 'unit' || may(actor, 'readAll');

/** Whoever asks residents or decides on a case must be nobody's colleague in it. */
function mayBeShown(desk: Desk, actor: PersonActor): Prisma.Sql {
  const seen = onTurnAlone(desk, actor) ? notRecusedInSql(actor, 'turn') : visibleInSql(actor);
  return desk === 'interview' || desk === 'review'
    ? Prisma.sql`(${seen} AND ${neutral(actor)})`
    : seen;
}

function ofDesk(desk: Desk, actor: PersonActor, standsInFor: Prisma.Sql): Prisma.Sql {
  switch (desk) {
    case 'unit':
      return Prisma.sql`t."unitId" = ${actor.unitId}::uuid`;
    case 'below':
      return Prisma.sql`t."unitId" IN (SELECT id FROM "Unit"
        WHERE starts_with(path, ${actor.unitPath}) AND id <> ${actor.unitId}::uuid)`;
    case 'supervise': {
      const watched = Prisma.sql`t.capability = 'supervise'`;
      const taken = Prisma.sql`(t.capability = 'takeOn' AND ${named(actor, standsInFor)})`;
      if (!may(actor, 'supervise')) return taken;
      return may(actor, 'takeOn') ? Prisma.sql`(${watched} OR ${taken})` : watched;
    }
    case 'entrusted':
      return Prisma.sql`(t.capability = 'entrusted' AND t."personId" = ${actor.personId}::uuid)`;
    case 'interview':
    case 'review':
    case 'dispatch':
      return Prisma.sql`t.capability = ${desk}`;
  }
}

/** No unit that held, answered or was called to it is the reader's, above it or below, and they had no hand in it. */
function neutral({ unitPath, unitId, personId }: PersonActor): Prisma.Sql {
  const related = (path: Prisma.Sql) =>
    Prisma.sql`(starts_with(${path}, ${unitPath}) OR starts_with(${unitPath}, ${path}))`;
  return Prisma.sql`NOT EXISTS (SELECT FROM "Assignment" s
      WHERE s."appealId" = t."appealId" AND ${related(Prisma.sql`s."unitPath"`)})
    AND NOT EXISTS (SELECT FROM "Round" r
      WHERE r."appealId" = t."appealId" AND ${related(Prisma.sql`r."unitPath"`)})
    AND NOT EXISTS (SELECT FROM "Cause" o
      WHERE o."appealId" = t."appealId" AND o."unitId" = ${unitId}::uuid)
    AND NOT EXISTS (SELECT FROM "Request" q
      WHERE q."appealId" = t."appealId" AND q."ownerUnitId" = ${unitId}::uuid AND q."endedAt" IS NULL)
    AND NOT EXISTS (SELECT FROM "Call" w
      WHERE w."appealId" = t."appealId" AND ${related(Prisma.sql`w."unitPath"`)})
    AND NOT EXISTS (SELECT FROM "Assignment" s
      WHERE s."appealId" = t."appealId" AND s."personId" = ${personId}::uuid)
    AND NOT EXISTS (SELECT FROM case_steps(t."appealId") e
      WHERE e."personId" = ${personId}::uuid
        AND NOT e.verb = ANY(${[...handsOff]}))`;
}

/** Rows after the key, those without a date last, as PostgreSQL sorts them. */
function behind(key: PageKey | null): Prisma.Sql {
  if (!key) return Prisma.sql`TRUE`;
  if (!key.at) return Prisma.sql`(t."dueAt" IS NULL AND t.id > ${key.id}::uuid)`;
  const { at: dueAt, id } = key;
  return Prisma.sql`(t."dueAt" >= ${dueAt} AND (t."dueAt", t.id) > (${dueAt}, ${id}::uuid) OR t."dueAt" IS NULL)`;
}

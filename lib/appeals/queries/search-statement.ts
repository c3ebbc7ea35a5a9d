import { Prisma } from '@/lib/db/generated/client';
import { civilZone } from '@/lib/i18n/zone';
import { may, type PersonActor } from '@/lib/people/actor';
import { unowedKinds } from '../clocks';
import { bigrams } from '../search-words';
import { type Age, filedWithin } from './inbox-ages';
import type { PageKey } from './page-key';
import type { Query } from './search';
import { reachedIdsInSql, visibleInSql } from './visible-in-sql';

export interface SearchQuestion {
  actor: PersonActor;
  query: Query;
  /** The number that was asked for in place of words. */
  number: string | null;
  /** Runs of letters that must all be in the text. */
  runs: readonly string[];
  /** The database's clock. */
  at: Date;
  after: PageKey | null;
  pageOf: number;
  few?: Few;
}

/** So many are looked at one by one: of what is the reader's, and of what has the words. */
export interface Few {
  reached: number;
  words: number;
}

const usually: Few = { reached: 4_000, words: 10_000 };

/** Something that all that is looked for must have, and how many cases that have it are looked at one by one. */
interface Lead {
  /** A query for their ids; it may name one several times. */
  ids: Prisma.Sql;
  few: number;
}

/**
 * A page of cases, the newest first, and what their lines are made of. What leads to few cases is followed to them. Of a lead to
 * many, some are found soon among all cases, newest first; looked for so, words that hardly any case has would be looked
 * for in every case there is. No estimate tells the two apart: of words that are in no case PostgreSQL expects some hundreds.
 * Where two leads are to many, they may be to different ones, and both are followed.
 */
export function searchStatement(question: SearchQuestion): Prisma.Sql {
  const { pageOf, actor, runs, number, few = usually } = question;
  const grams = bigrams(runs.join('\n'));
  const words = Prisma.sql`d.words @> ${grams}`;
  const hasWords = Prisma.sql`EXISTS (SELECT FROM "Detail" d WHERE d."appealId" = a.id AND ${words})`;
  const conditions = [
    visibleInSql(actor),
    ...filtersOf(question),
    ...(grams.length > 0 ? [hasWords] : []),
  ];
  const reached = reachedIdsInSql(actor);
  const leads: Lead[] = number
    ? []
    : [
        ...(reached ? [{ ids: reached, few: few.reached }] : []),
        ...(grams.length > 0
          ? [
              {
                ids: Prisma.sql`SELECT d."appealId" FROM "Detail" d WHERE ${words}`,
                few: few.words,
              },
            ]
          : []),
      ];
  const page = Prisma.sql`ORDER BY a."filedAt" DESC, a.id DESC LIMIT ${Prisma.raw(String(pageOf + 1))}`;
  const { tables, found } = following(leads, Prisma.join(conditions, ' AND '), page);
  return Prisma.sql`${tables}
    SELECT a.id, a."caseNumber", a.status::text, a."closedAs"::text, a.round, a."filedAt", a.trial,
      d.title, d.what, d.place,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name, 'nameEn', c."nameEn") END AS category,
      (SELECT json_build_object('id', u.id, 'name', u.name, 'nameEn', u."nameEn")
        FROM "Assignment" s JOIN "Unit" u ON u.id = s."unitId"
        WHERE s."appealId" = a.id AND s.role = 'lead' ORDER BY s."fromAt" DESC LIMIT 1) AS unit,
      (SELECT v.locale FROM "Voice" v WHERE v."appealId" = a.id AND v.role = 'filer' LIMIT 1) AS "voiceLocale"
    FROM (${found}) AS a
    LEFT JOIN "Detail" d ON d."appealId" = a.id LEFT JOIN "Category" c ON c.id = a."categoryId"
    ORDER BY a."filedAt" DESC, a.id DESC`;
}

/** @param leads at most two. Ids are gathered only where they are asked for, each lead's once. */
function following(leads: readonly Lead[], wanted: Prisma.Sql, page: Prisma.Sql) {
  const isFew = leads.map(
    ({ few }, nth) =>
      Prisma.sql`(SELECT count(*) <= ${written(few)} FROM ${Prisma.raw(`lead${nth}`)})`,
  );
  const soFar = (nth: number) => isFew.slice(0, nth).map((it) => Prisma.sql`NOT ${it}`);
  const from = (
    table: string,
    when: readonly Prisma.Sql[],
  ) => Prisma.sql`(SELECT a.* FROM (SELECT DISTINCT id FROM ${Prisma.raw(table)}) AS h
    CROSS JOIN LATERAL (SELECT * FROM "Appeal" a WHERE a.id = h.id OFFSET 0) AS a
    WHERE ${Prisma.join([...when, wanted], ' AND ')} ${page})`;
  const many = soFar(leads.length);
  const [one, two] = leads;
  const tables = leads.map(
    ({ ids, few }, nth) => Prisma.sql`${Prisma.raw(`lead${nth}`)} (id) AS MATERIALIZED (
      SELECT * FROM (${ids}) AS found LIMIT ${written(few + 1)})`,
  );
  if (one && two) {
    tables.push(Prisma.sql`crossing (id) AS MATERIALIZED (
      SELECT one.id FROM (${one.ids}) AS one (id) JOIN (${two.ids}) AS two (id) ON two.id = one.id)`);
  }
  const amongAll = Prisma.sql`(SELECT a.* FROM "Appeal" a
    WHERE ${Prisma.join([...many, wanted], ' AND ')} ${page})`;
  const found = [
    ...leads.map((_, nth) => from(`lead${nth}`, [...soFar(nth), isFew[nth] ?? Prisma.empty])),
    one && two ? from('crossing', many) : amongAll,
  ];
  return {
    tables: tables.length > 0 ? Prisma.sql`WITH ${Prisma.join(tables)}` : Prisma.empty,
    found: Prisma.join(found, ' UNION ALL '),
  };
}

/** As part of the text: for a number that may be any, whole tables would be read. */
const written = (count: number): Prisma.Sql => Prisma.raw(String(count));

function filtersOf({ actor, query, number, at, after }: SearchQuestion): Prisma.Sql[] {
  const { status, categoryId, unitId, again, overdue, age } = query;
  return [
    ...(number ? [Prisma.sql`a."caseNumber" = ${number}`] : []),
    ...(status ? [Prisma.sql`a.status = ${status}::"Status"`] : []),
    ...(categoryId ? [Prisma.sql`a."categoryId" = ${categoryId}::uuid`] : []),
    ...(unitId && may(actor, 'readAll') ? [ledBy(unitId)] : []),
    ...(again ? [Prisma.sql`a.round >= 2`] : []),
    ...(age ? [openFor(age, at)] : []),
    ...(overdue ? [isOverdue(at)] : []),
    ...(after ? [behind(after)] : []),
  ];
}

const ledBy = (unitId: string): Prisma.Sql => Prisma.sql`EXISTS (SELECT FROM "Assignment" s
  WHERE s."appealId" = a.id AND s."unitId" = ${unitId}::uuid AND s.role = 'lead')`;

/** What a unit that was called owes does not make the lead late. */
const isOverdue = (at: Date): Prisma.Sql => Prisma.sql`EXISTS (SELECT FROM "Clock" k
  WHERE k."appealId" = a.id AND NOT k.kind = ANY (${['rate', ...unowedKinds]}::"ClockKind"[])
    AND k."callId" IS NULL AND k."stoppedAt" IS NULL AND k."dueAt" < ${at})`;

function openFor(age: Age, at: Date): Prisma.Sql {
  const { since, until } = filedWithin(age, at, civilZone());
  const from = since ? Prisma.sql`a."filedAt" >= ${since} AND` : Prisma.empty;
  return Prisma.sql`(a.status <> 'closed' AND ${from} a."filedAt" < ${until})`;
}

function behind({ at, id }: PageKey): Prisma.Sql {
  return at ? Prisma.sql`(a."filedAt", a.id) < (${at}, ${id}::uuid)` : Prisma.sql`TRUE`;
}

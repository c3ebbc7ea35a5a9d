import { Prisma } from '@/lib/db/generated/client';
import { measureKeys } from '@/lib/measures/define';
import { dueLeftOut } from '@/lib/measures/left-out';
import { counted, populationOf, type Scope, within } from '@/lib/measures/population';
import type { Capability } from '@/lib/people/roles';

/**
 * How a cell is written: for people in a table, as it is kept in JSON Lines. Of `words` the star is the value:
 * a key of the reader's language.
 */
export type Cell = 'text' | 'time' | 'number' | 'yes' | 'json' | { words: `${string}*${string}` };

export interface Asked extends Scope {
  /** In which language units and categories are named. */
  names: 'zh' | 'en';
}

interface Table {
  needs: Capability;
  /** In the order of the file. Nothing of who filed, and no words of anybody's. */
  columns: Readonly<Record<string, Cell>>;
  /** One row a line, with the columns by name. */
  rows(asked: Asked): Prisma.Sql;
}

const nameOf = (row: Prisma.Sql, { names }: Asked): Prisma.Sql =>
  names === 'en' ? Prisma.sql`${row}."nameEn"` : Prisma.sql`${row}.name`;

const g = Prisma.sql`g`;
const u = Prisma.sql`u`;

/** Every table that can be taken out; its words are `kind.<key>` of the namespace exports. */
export const tables = {
  /** Cases filed in the period, as they stand. */
  cases: {
    needs: 'measure',
    columns: {
      caseNumber: 'text',
      filedAt: 'time',
      channel: { words: 'words.channel.*' },
      kind: { words: 'words.kind.*' },
      urgency: { words: 'words.urgency.*' },
      category: 'text',
      categoryName: 'text',
      status: { words: 'words.status.*' },
      closedAs: { words: 'words.closedAs.*' },
      closedAt: 'time',
      round: 'number',
      origin: { words: 'words.origin.*' },
      unit: 'text',
      unitName: 'text',
      promisedAt: 'time',
      answeredAt: 'time',
      outcome: { words: 'words.outcome.*' },
      units: 'number',
      people: 'number',
      supervised: 'yes',
    },
    rows: (asked) => Prisma.sql`
      SELECT a."caseNumber", a."filedAt", a.channel::text AS channel, a.kind::text AS kind,
        a.urgency::text AS urgency, g.code AS category, ${nameOf(g, asked)} AS "categoryName",
        a.status::text AS status, a."closedAs"::text AS "closedAs", a."closedAt", a.round,
        r.origin::text AS origin, u.code AS unit, ${nameOf(u, asked)} AS "unitName",
        p."dueAt" AS "promisedAt", r."resolvedAt" AS "answeredAt", r.outcome::text AS outcome,
        (SELECT count(DISTINCT s."unitId") FROM "Assignment" s
          WHERE s."appealId" = a.id AND s.role = 'lead')::int AS units,
        (SELECT count(*) FROM "Voice" v
          WHERE v."appealId" = a.id AND v."leftAt" IS NULL)::int AS people,
        EXISTS (SELECT FROM "Supervision" s
          WHERE s."appealId" = a.id AND s."releasedAt" IS NULL) AS supervised
      FROM "Appeal" a
      JOIN "Round" r ON r."appealId" = a.id AND r.number = a.round
      LEFT JOIN "Category" g ON g.id = a."categoryId"
      LEFT JOIN LATERAL (
        SELECT s."unitId" FROM "Assignment" s WHERE s."roundId" = r.id AND s.role = 'lead'
        ORDER BY s."untilAt" DESC NULLS FIRST, s."fromAt" DESC LIMIT 1
      ) held ON TRUE
      LEFT JOIN "Unit" u ON u.id = held."unitId"
      LEFT JOIN LATERAL (
        SELECT c."dueAt" FROM "Clock" c WHERE c."roundId" = r.id AND c.kind = 'promise'
        ORDER BY c."startedAt" DESC LIMIT 1
      ) p ON TRUE
      WHERE ${within(Prisma.sql`a."filedAt"`, asked)} AND ${counted(asked)}
      ORDER BY a."filedAt", a.id`,
  },
  /** Whoever was due an answer in the period: the very rows the rates are counted from. */
  answers: {
    needs: 'measure',
    columns: {
      measure: { words: 'supervision.measure.*.name' },
      caseNumber: 'text',
      round: 'number',
      unit: 'text',
      unitName: 'text',
      origin: { words: 'words.origin.*' },
      at: 'time',
      answer: { words: 'supervision.cases.answer.*' },
      heard: { words: 'supervision.cases.answer.*' },
      late: 'yes',
      leftOut: 'yes',
    },
    rows: (asked) => Prisma.sql`
      SELECT due.measure, a."caseNumber", r.number AS round, u.code AS unit,
        ${nameOf(u, asked)} AS "unitName", due.origin, due.at, due.answer, due.heard, due.late,
        ${dueLeftOut()} AS "leftOut"
      FROM (${Prisma.join(
        measureKeys.map((key) => populationOf(key, asked)),
        ' UNION ALL ',
      )}) AS due
      JOIN "Appeal" a ON a.id = due."appealId"
      JOIN "Round" r ON r.id = due."roundId"
      LEFT JOIN "Unit" u ON u.id = due."unitId"`,
  },
  /** Every step of the cases filed in the period, with its link of the chain. */
  steps: {
    needs: 'measure',
    columns: {
      caseNumber: 'text',
      seq: 'number',
      verb: { words: 'verbs.*.name' },
      at: 'time',
      recordedAt: 'time',
      by: { words: 'exports.by.*' },
      unit: 'text',
      fromStatus: { words: 'words.status.*' },
      toStatus: { words: 'words.status.*' },
      round: 'number',
      prevHash: 'text',
      hash: 'text',
    },
    rows: (asked) => Prisma.sql`
      SELECT a."caseNumber", e.seq, e.verb, e.at, e."recordedAt", e."actorKind" AS by,
        u.code AS unit, e."fromStatus"::text AS "fromStatus", e."toStatus"::text AS "toStatus",
        e.round, e."prevHash", e.hash
      FROM "Appeal" a
      CROSS JOIN case_steps(a.id) e
      LEFT JOIN "Unit" u ON u.id = e."unitId"
      WHERE ${within(Prisma.sql`a."filedAt"`, asked)} AND ${counted(asked)}
      ORDER BY a."filedAt", a.id, e.seq`,
  },
  /** Who read whose contact or picture in the period, and why. */
  reveals: {
    needs: 'audit',
    columns: {
      at: 'time',
      caseNumber: 'text',
      person: 'text',
      unit: 'text',
      unitName: 'text',
      what: { words: 'exports.what.*' },
      reason: 'text',
    },
    rows: (asked) => Prisma.sql`
      SELECT l.at, a."caseNumber", n.name AS person, u.code AS unit, ${nameOf(u, asked)} AS "unitName",
        CASE WHEN l."photoId" IS NULL THEN 'contact' ELSE 'photo' END AS what, l.reason
      FROM "Reveal" l
      JOIN "Appeal" a ON a.id = l."appealId"
      JOIN "Person" n ON n.id = l."personId"
      LEFT JOIN "Unit" u ON u.id = l."unitId"
      WHERE ${within(Prisma.sql`l.at`, asked)} AND ${counted(asked)}
      ORDER BY l.at, l.id`,
  },
  /** What administration changed in the period. */
  changes: {
    needs: 'audit',
    columns: {
      at: 'time',
      person: 'text',
      subject: 'text',
      action: 'text',
      name: 'text',
      before: 'json',
      after: 'json',
    },
    rows: (asked) => Prisma.sql`
      SELECT c.at, n.name AS person, c.subject, c.action, c.name, c.before, c.after
      FROM "Change" c LEFT JOIN "Person" n ON n.id = c."personId"
      WHERE ${within(Prisma.sql`c.at`, asked)}
      ORDER BY c.at, c.id`,
  },
} as const satisfies Record<string, Table>;

export type ExportKind = keyof typeof tables;

export const exportKinds = Object.keys(tables) as ExportKind[];

export const isExportKind = (name: string): name is ExportKind => Object.hasOwn(tables, name);

export const columnsOf = (kind: ExportKind): [string, Cell][] =>
  Object.entries<Cell>(tables[kind].columns);

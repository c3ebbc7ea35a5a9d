import type pg from 'pg';
import { chainFault, type EventRow } from '@/lib/appeals/event';
import { eventLine } from '@/lib/integrity/sealed-log';

/** What a run did. */
export interface Archived {
  cases: number;
  /** Rows that went. */
  steps: number;
  /** Cases old enough of which a step is not under the root of a day yet. */
  waiting: number;
  /** Numbers of cases whose log does not add up: they stay as they are, for whoever looks into it. */
  left: string[];
}

interface Closed {
  id: string;
  caseNumber: string;
  closedAt: Date;
  lastSeq: number;
  lastHash: string;
}

interface Stretch {
  appealId: string;
  toSeq: number;
  hash: string;
}

/** Cases `a` closed so long ago of which there are steps as rows; an import that still runs may change its own. */
const due = `
  FROM "Appeal" a WHERE a.status = 'closed' AND a."closedAt" < clock_timestamp() - make_interval(years => $1)
    AND EXISTS (SELECT FROM "Event" e WHERE e."appealId" = a.id)
    AND NOT EXISTS (SELECT FROM "Import" m WHERE m.id = a."importId" AND m."finishedAt" IS NULL)`;

/** What a run would look at: nothing is touched. Bytes are those of the rows, without their indexes. */
export async function wouldArchive(
  owner: pg.Client,
  years: number,
): Promise<{ cases: number; steps: number; bytes: number }> {
  const { rows } = await owner.query<{ cases: number; steps: number; bytes: string }>(
    `SELECT count(DISTINCT e."appealId")::int AS cases, count(*)::int AS steps,
      coalesce(sum(pg_column_size(e.*)), 0)::text AS bytes
    FROM "Event" e WHERE e."appealId" IN (SELECT a.id ${due})`,
    [years],
  );
  const [{ cases, steps, bytes } = { cases: 0, steps: 0, bytes: '0' }] = rows;
  return { cases, steps, bytes: Number(bytes) };
}

/**
 * Folds the steps of every case that was closed so many years ago into one row, as the owner of the tables, slice by
 * slice. A case is folded only if its log adds up, all of it is under the root of a day, and what comes out of the
 * archive again is what went in, to the letter. Broken off, the next run goes on; twice, it does nothing more.
 */
export async function archiveDue(
  owner: pg.Client,
  years: number,
  /** `atOnce`: cases folded by one transaction, so that a case is wholly rows or wholly folded whatever ends the run. */
  { atOnce = 500, progress = (_cases: number): void => {} } = {},
): Promise<Archived> {
  const done: Archived = { cases: 0, steps: 0, waiting: 0, left: [] };
  let behind = { closedAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const { rows } = await owner.query<Closed>(
      `SELECT a.id, a."closedAt" ${due} AND (a."closedAt", a.id) > ($2, $3::uuid)
       ORDER BY a."closedAt", a.id LIMIT $4`,
      [years, behind.closedAt, behind.id, atOnce],
    );
    const last = rows.at(-1);
    if (!last) return done;
    behind = last;
    await inTransaction(owner, () =>
      foldSlice(
        owner,
        rows.map((it) => it.id),
        done,
      ),
    );
    progress(done.cases);
  }
}

async function inTransaction(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  await owner.query('BEGIN');
  try {
    await work();
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function foldSlice(owner: pg.Client, ids: string[], done: Archived): Promise<void> {
  // A step that is being taken holds its case: it comes first, and the next run looks again.
  const { rows: cases } = await owner.query<Closed>(
    `SELECT a.id, a."caseNumber", a."lastSeq", a."lastHash" FROM "Appeal" a
     WHERE a.id = ANY($1::uuid[]) AND a.status = 'closed' FOR UPDATE SKIP LOCKED`,
    [ids],
  );
  const locked = cases.map((it) => it.id);
  const before = await stepsByCase(owner, locked);
  const stretches = await sealedDaily(owner, locked);
  const ready: Closed[] = [];
  for (const it of cases) {
    const own = stretches.filter((s) => s.appealId === it.id);
    const fault = faultOf(it, before.get(it.id) ?? [], own);
    if (fault === 'waits') done.waiting += 1;
    else if (fault) done.left.push(it.caseNumber);
    else ready.push(it);
  }
  const folded = ready.map((it) => it.id);
  await owner.query(fold, [folded]);
  const rows = await owner.query('DELETE FROM "Event" WHERE "appealId" = ANY($1::uuid[])', [
    folded,
  ]);
  const after = await stepsByCase(owner, folded);
  for (const { id, caseNumber } of ready) {
    const [was, is] = [before.get(id) ?? [], after.get(id) ?? []];
    const same = was.map(eventLine).join('\n') === is.map(eventLine).join('\n');
    if (!same) throw new Error(`the steps of ${caseNumber} do not come back as they were`);
  }
  done.cases += ready.length;
  done.steps += rows.rowCount ?? 0;
}

/** Whether the log of a case adds up and leads to the roots there are. */
function faultOf(
  { lastSeq, lastHash }: Closed,
  steps: readonly EventRow[],
  stretches: readonly Stretch[],
): 'waits' | 'broken' | null {
  const head = steps.at(-1);
  if (chainFault(steps) || head?.seq !== lastSeq || head.hash !== lastHash) return 'broken';
  if (stretches.some((it) => steps[it.toSeq - 1]?.hash !== it.hash)) return 'broken';
  return Math.max(0, ...stretches.map((it) => it.toSeq)) < lastSeq ? 'waits' : null;
}

async function stepsByCase(owner: pg.Client, ids: string[]): Promise<Map<string, EventRow[]>> {
  const { rows } = await owner.query<EventRow>(
    `SELECT e.* FROM unnest($1::uuid[]) AS a(id) CROSS JOIN case_steps(a.id) e
     ORDER BY e."appealId", e.seq`,
    [ids],
  );
  const cases = new Map<string, EventRow[]>(ids.map((it) => [it, []]));
  for (const it of rows) cases.get(it.appealId)?.push(it);
  return cases;
}

async function sealedDaily(owner: pg.Client, ids: string[]): Promise<Stretch[]> {
  const { rows } = await owner.query<Stretch>(
    `SELECT "appealId", "toSeq", hash FROM "SealedStretch"
     WHERE "appealId" = ANY($1::uuid[]) AND "sealId" < (SELECT max(id) FROM "Seal" WHERE kind = 'daily')`,
    [ids],
  );
  return rows;
}

/** A list of which no place is taken is left away as a whole. */
const list = (column: string, taken = `${column} IS NOT NULL`) =>
  `CASE WHEN bool_or(${taken}) THEN array_agg(${column} ORDER BY s.seq) END`;

const columns = [
  ...['toSeq', 'fromAt', 'toAt', 'format', 'ids', 'verbs', 'ats', 'recordedAts', 'actorKinds'],
  ...['personIds', 'unitIds', 'voiceIds', 'statuses', 'rounds', 'data', 'bound', 'commitments'],
  ...['assumed', 'formKeys', 'hashes'],
];

/** One row a case of all its steps, those that were folded before among them. */
const fold = `
  WITH step AS MATERIALIZED (
    SELECT e.* FROM unnest($1::uuid[]) AS a(id) CROSS JOIN case_steps(a.id) e
  ),
  field AS MATERIALIZED (
    SELECT s."appealId", s.seq, f.key, decode(f.value, 'hex') AS hash,
      32 * (row_number() OVER (PARTITION BY s."appealId" ORDER BY s.seq, f.key) - 1) + 1 AS place
    FROM step s CROSS JOIN jsonb_each_text(s.commitments) f
  ),
  bound AS (SELECT "appealId", seq, jsonb_object_agg(key, place) AS places FROM field GROUP BY 1, 2),
  commitments AS (SELECT "appealId", string_agg(hash, ''::bytea ORDER BY place) AS hashes FROM field GROUP BY 1),
  folded AS (
    SELECT s."appealId", max(s.seq) AS "toSeq", min(s.at) AS "fromAt", max(s.at) AS "toAt", min(s.format) AS format,
      array_agg(s.id ORDER BY s.seq) AS ids, array_agg(s.verb ORDER BY s.seq) AS verbs,
      array_agg(s.at ORDER BY s.seq) AS ats,
      ${list('nullif(s."recordedAt", s.at)')} AS "recordedAts",
      array_agg(s."actorKind" ORDER BY s.seq) AS "actorKinds",
      ${list('s."personId"')} AS "personIds", ${list('s."unitId"')} AS "unitIds", ${list('s."voiceId"')} AS "voiceIds",
      array_agg(s."toStatus" ORDER BY s.seq) AS statuses, array_agg(s.round::smallint ORDER BY s.seq) AS rounds,
      jsonb_agg(s.data ORDER BY s.seq) AS data, jsonb_agg(coalesce(b.places, '{}') ORDER BY s.seq) AS bound,
      ${list('s.assumed', 's.assumed')} AS assumed, ${list('s."formKey"')} AS "formKeys",
      string_agg(decode(s.hash, 'hex'), ''::bytea ORDER BY s.seq) AS hashes
    FROM step s LEFT JOIN bound b ON b."appealId" = s."appealId" AND b.seq = s.seq GROUP BY 1
  )
  INSERT INTO "ArchivedCase" ("appealId", "archivedAt", ${columns.map((it) => `"${it}"`).join(', ')})
  SELECT f."appealId", date_trunc('milliseconds', clock_timestamp()),
    ${columns.map((it) => (it === 'commitments' ? "coalesce(c.hashes, ''::bytea)" : `f."${it}"`)).join(', ')}
  FROM folded f LEFT JOIN commitments c ON c."appealId" = f."appealId"
  ON CONFLICT ("appealId") DO UPDATE SET "archivedAt" = EXCLUDED."archivedAt",
    ${columns.map((it) => `"${it}" = EXCLUDED."${it}"`).join(', ')}`;

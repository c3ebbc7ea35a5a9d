import pg from 'pg';

/** What clients sent, and what they were told had been taken. */
export interface Ledger {
  /** By the words of the appeal: its number once that was told, null while it was not. */
  filings: Map<string, string | null>;
  /** Numbers of cases whose dispatch was told to be done. */
  dispatches: Set<string>;
  /** By the words of the note: whether it was told to be kept. */
  notes: Map<string, boolean>;
}

export const emptyLedger = (): Ledger => ({
  filings: new Map(),
  dispatches: new Set(),
  notes: new Map(),
});

/** What the ledger and the database do not agree on, each counted. */
export type Disagreements = Record<'lost' | 'doubled' | 'orphaned', number>;

/** Compares, once nothing is under way any more. */
export async function compare(ledger: Ledger, ownerUrl: string): Promise<Disagreements> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const found: Disagreements = { lost: 0, doubled: 0, orphaned: 0 };
    const count = (present: number, acknowledged: boolean) => {
      if (acknowledged && present === 0) found.lost += 1;
      if (present > 1) found.doubled += 1;
    };
    const filed = await present(client, filedOf, [...ledger.filings.keys()]);
    for (const [what, number] of ledger.filings) {
      const numbers = filed.get(what) ?? [];
      count(numbers.length, number !== null);
      // Told a number under which something else stands, or nothing.
      if (number && numbers.length > 0 && !numbers.includes(number)) found.lost += 1;
    }
    const dispatched = await present(client, dispatchedOf, [...ledger.dispatches]);
    for (const number of ledger.dispatches) count(dispatched.get(number)?.length ?? 0, true);
    const noted = await present(client, notedOf, [...ledger.notes.keys()]);
    for (const [note, told] of ledger.notes) count(noted.get(note)?.length ?? 0, told);
    const { rows } = await client.query<{ count: number }>(orphans);
    found.orphaned = rows[0]?.count ?? 0;
    return found;
  } finally {
    await client.end();
  }
}

async function present(
  client: pg.Client,
  statement: string,
  keys: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ key: string; number: string }>(statement, [keys]);
  const found = new Map<string, string[]>();
  for (const { key, number } of rows) found.set(key, [...(found.get(key) ?? []), number]);
  return found;
}

const filedOf = `SELECT d.what AS key, a."caseNumber" AS number FROM "Detail" d
  JOIN "Appeal" a ON a.id = d."appealId" WHERE d.what = ANY ($1)`;

const dispatchedOf = `SELECT a."caseNumber" AS key, e.seq::text AS number FROM "Event" e
  JOIN "Appeal" a ON a.id = e."appealId" WHERE e.verb = 'dispatch' AND a."caseNumber" = ANY ($1)`;

const notedOf = `SELECT t.body AS key, t.seq::text AS number FROM "Text" t
  WHERE t.field = 'note' AND t.body = ANY ($1)`;

/** Cases of which a part is missing, or whose head is not at the end of their log. */
const orphans = `SELECT count(*)::int AS count FROM "Appeal" a
  LEFT JOIN LATERAL (SELECT count(*) AS events, max(seq) AS last FROM "Event" e WHERE e."appealId" = a.id) e ON true
  WHERE a."lastSeq" IS DISTINCT FROM e.last OR e.events <> e.last
    OR a."lastHash" IS DISTINCT FROM (SELECT hash FROM "Event" e WHERE e."appealId" = a.id AND e.seq = a."lastSeq")
    OR NOT EXISTS (SELECT FROM "Detail" d WHERE d."appealId" = a.id)
    OR NOT EXISTS (SELECT FROM "Voice" v WHERE v."appealId" = a.id)
    OR NOT EXISTS (SELECT FROM "Round" r WHERE r."appealId" = a.id)
    OR NOT EXISTS (SELECT FROM "Text" t WHERE t."appealId" = a.id AND t.seq = 1 AND t.field = 'what')`;

import { db } from '@/lib/db/client';
import { tileOrigin } from '@/lib/places/tile-url';
import { remembered } from '@/lib/processes/remembered';
import type { Named } from './case-view';

interface Installation {
  name: string;
  nameEn: string;
  reopenDays: number;
  /** A number at which a person answers. */
  phone: string | null;
  /** Whether the organisation has a mark of its own, served by /mark. */
  marked: boolean;
  /** Residents may file. */
  open: boolean;
  /** The one machine beside ours whose pictures pages may show: where map tiles come from. */
  tileOrigin: string | null;
  /** Residents may speak what they file; their browser's maker hears it. */
  dictation: boolean;
}

interface Tiles {
  tileUrl: string | null;
}

/** How long it may be remembered; a changed name reaches every machine within this. */
const freshForMs = 5_000;

const standing = remembered('installation', freshForMs, readAfresh);

/** Whoever changes the installation sees it at once. */
export const forgetInstallation = (): Promise<void> => standing.forget();

/** What this installation is called, for mastheads and footers, and what its pages promise. */
export const readInstallation = (): Promise<Installation> => standing.read();

async function readAfresh(): Promise<Installation> {
  const rows = await db().$queryRaw<(Omit<Installation, 'tileOrigin'> & Tiles)[]>`
    SELECT name, "nameEn", "reopenDays", phone, mark IS NOT NULL AS marked,
      demo OR "setUpAt" IS NOT NULL AS open, "tileUrl",
      "dictationAllowedAt" IS NOT NULL AS dictation
    FROM "Installation" WHERE id = 1`;
  const [found] = rows;
  if (!found) throw new Error('the installation has no row');
  const { tileUrl, ...facts } = found;
  return { ...facts, tileOrigin: tileOrigin(tileUrl) };
}

/** The national hotline's number, where the county has not named its own. */
const hotline = '12345';

/** Where a person answers. */
export const phoneOf = ({ phone }: Pick<Installation, 'phone'>): string => phone ?? hotline;

export const readPhone = async (): Promise<string> => phoneOf(await readInstallation());

export type Topic = Named & {
  /** Filed in the last seven days; null where fewer than `fewestShown`, so that nobody is pointed at. */
  count: number | null;
};

const fewestShown = 5;
const mostTopics = 8;

/**
 * Categories people file most about, without what was imported or filed on trial. The instant is one for the whole
 * statement: by the other clock, which moves on from row to row, no index is looked through.
 */
export async function readTopics(): Promise<Topic[]> {
  const rows = await db().$queryRaw<(Named & { n: number })[]>`
    SELECT c.id, c.name, c."nameEn", count(a.id)::int AS n
    FROM "Category" c LEFT JOIN "Appeal" a ON a."categoryId" = c.id AND a."importId" IS NULL AND NOT a.trial
      AND a."filedAt" > statement_timestamp() - interval '7 days'
    GROUP BY c.id ORDER BY (CASE WHEN count(a.id) < ${fewestShown} THEN 0 ELSE count(a.id) END) DESC,
      c.path LIMIT ${mostTopics}`;
  return rows.map(({ n, ...topic }) => ({ ...topic, count: n < fewestShown ? null : n }));
}

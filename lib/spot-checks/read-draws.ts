import { notRecusedInSql } from '@/lib/appeals/queries/recused';
import { type Refusal, refuse } from '@/lib/appeals/refusals';
import { checkDays } from '@/lib/appeals/spot-check';
import { db } from '@/lib/db/client';
import { mayMeasure } from '@/lib/measures/access';
import type { Actor } from '@/lib/people/actor';
import { DAY } from '@/lib/time/zone';

/** What everybody may read of a draw; `secret` once nobody can prepare for a check any more. */
export interface OpenDraw {
  number: number;
  at: Date;
  root: string;
  afterSeal: number;
  sealId: number;
  perMille: number;
  source: string;
  valueOn: string;
  secretHash: string;
  listHash: string;
  cases: number;
  value: string | null;
  chosen: number | null;
  secret: string | null;
}

const shown = 26;

/** The newest draws. Their cases are named nowhere. */
export async function readDraws(at: Date): Promise<OpenDraw[]> {
  const draws = await db().spotDraw.findMany({ orderBy: { number: 'desc' }, take: shown });
  return draws.map(({ secret, valueAt, ...it }) => ({
    number: it.number,
    at: it.at,
    root: it.root,
    afterSeal: it.afterSeal,
    sealId: it.sealId,
    perMille: it.perMille,
    source: it.source,
    valueOn: it.valueOn,
    secretHash: it.secretHash,
    listHash: it.listHash,
    cases: it.cases,
    value: it.value,
    chosen: it.chosen,
    secret: valueAt && at.getTime() - valueAt.getTime() > checkDays * DAY ? secret : null,
  }));
}

/** What was found of one unit's answers. */
export interface UnitFindings {
  unit: { id: string; name: string; nameEn: string };
  /** Checks made in which somebody was met or something seen, and of those found solved. */
  found: number;
  foundSolved: number;
  /** Tried in vain, and still to be made. */
  notReached: number;
  waiting: number;
  /** The finding is the unit's own: done and solved, partly and solved in part at least. */
  agreed: number;
  /** Checked ones that were judged: by the residents solved, and still so with the findings put in their place. */
  judged: number;
  published: number;
  corrected: number;
}

/**
 * Findings of each unit over all draws. *Published* is what the residents' verdicts say of the checked answers, by case:
 * solved where somebody said yes and nobody no or partly. *Corrected* counts those of them whose check found it solved
 * as well. Not found without the right to measure; cases somebody is barred from are in none of it.
 */
export async function readFindings(
  actor: Actor,
): Promise<{ ok: true; units: UnitFindings[] } | Refusal> {
  if (!mayMeasure(actor)) return refuse('notFound');
  const rows = await db().$queryRaw<(Omit<UnitFindings, 'unit'> & UnitFindings['unit'])[]>`
    WITH checked AS (
      SELECT r."unitId", c.outcome, r.outcome::text AS said,
        (SELECT bool_and(v.solved = 'yes') FROM "Verdict" v
          WHERE v."roundId" = r.id AND v.occasion = 'closing') AS verdict
      FROM "SpotCheck" c JOIN "Round" r ON r.id = c."roundId" JOIN "Appeal" a ON a.id = c."appealId"
      WHERE r."unitId" IS NOT NULL AND c.outcome IS DISTINCT FROM 'void' AND ${notRecusedInSql(actor)}
    )
    SELECT u.id, u.name, u."nameEn",
      count(*) FILTER (WHERE k.outcome IN ('yes', 'partly', 'no'))::int AS found,
      count(*) FILTER (WHERE k.outcome = 'yes')::int AS "foundSolved",
      count(*) FILTER (WHERE k.outcome = 'notReached')::int AS "notReached",
      count(*) FILTER (WHERE k.outcome IS NULL)::int AS waiting,
      count(*) FILTER (WHERE k.outcome = 'yes' OR k.outcome = 'partly' AND k.said = 'partly')::int AS agreed,
      count(*) FILTER (WHERE k.outcome IN ('yes', 'partly', 'no') AND k.verdict IS NOT NULL)::int AS judged,
      count(*) FILTER (WHERE k.outcome IN ('yes', 'partly', 'no') AND k.verdict)::int AS published,
      count(*) FILTER (WHERE k.outcome = 'yes' AND k.verdict)::int AS corrected
    FROM checked k JOIN "Unit" u ON u.id = k."unitId" GROUP BY u.id ORDER BY u.path`;
  return {
    ok: true,
    units: rows.map(({ id, name, nameEn, ...counts }) => ({
      unit: { id, name, nameEn },
      ...counts,
    })),
  };
}

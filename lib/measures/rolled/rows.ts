import { createHash } from 'node:crypto';
import { Prisma } from '@/lib/db/generated/client';
import { lists } from '../lists';
import { counted, populationOf, type Scope, under, within } from '../population';
import { isMeasure, isTookKey, partOf, type RolledKey, rolledKeys, timedOf } from './keys';

/**
 * The very rows each number is made of, whether they are counted now or kept: `part`, `key`, `appealId`, `unitId`,
 * `origin`, `at`, `answer`, `heard`, `late`, and `took`, milliseconds.
 */
export const rowsOf = (keys: readonly RolledKey[], scope: Scope): Prisma.Sql =>
  Prisma.join(
    keys.map((key) => rowsOfOne(key, scope)),
    ' UNION ALL ',
  );

const named = (key: RolledKey) => Prisma.sql`${partOf(key)}::text AS part, ${key}::text AS key`;

function rowsOfOne(key: RolledKey, scope: Scope): Prisma.Sql {
  if (isTookKey(key)) {
    const timed = timedOf(key);
    const kind = timed === 'response' ? 'contact' : timed;
    return Prisma.sql`
      SELECT ${named(key)}, due."appealId", due."unitId", due.origin, due.at, NULL::text AS answer,
        NULL::text AS heard, FALSE AS late,
        (extract(epoch FROM c."stoppedAt" - c."startedAt") * 1000)::bigint AS took
      FROM (${populationOf(timed, scope)}) AS due
      JOIN "Clock" c ON c."roundId" = due."roundId" AND c.kind = ${kind}::"ClockKind"
        AND (c.id = due.who OR c."assignmentId" = due.who)
      WHERE c.outcome IN ('met', 'late')`;
  }
  const rows =
    key === 'rounds'
      ? roundsOf(scope)
      : isMeasure(key)
        ? populationOf(key, scope)
        : lists[key].rows(scope);
  return Prisma.sql`
    SELECT ${named(key)}, "appealId", "unitId", origin, at, answer, heard, late, NULL::bigint AS took
    FROM (${rows}) AS due`;
}

/** Rounds that were answered and whose rate clock ended, each once. */
const roundsOf = (scope: Scope) => Prisma.sql`
  SELECT r."appealId", r."unitId", r.origin::text AS origin, r."countedAt" AS at, NULL::text AS answer,
    NULL::text AS heard, FALSE AS late
  FROM "Round" r JOIN "Appeal" a ON a.id = r."appealId"
  WHERE r."resolvedAt" IS NOT NULL AND ${within(Prisma.sql`r."countedAt"`, scope)}
    AND ${under(Prisma.sql`r."unitPath"`, scope)} AND ${counted(scope)}`;

let made: string | undefined;

/** Names the statements above: roll-ups that other statements made are no answer to a question of today. */
export function madeNow(): string {
  const at = new Date(0);
  const period = { fromOn: '', toOn: '', from: at, until: at };
  const scope: Scope = { actor: null, period, unitPath: null, alone: false, at };
  const { sql, values } = rowsOf(rolledKeys, scope);
  made ??= createHash('sha256')
    .update(sql + JSON.stringify(values))
    .digest('hex')
    .slice(0, 16);
  return made;
}

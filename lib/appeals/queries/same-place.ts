import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';
import type { CaseFile } from '../case-file';
import { visibleInSql } from './visible-in-sql';

export interface SamePlace {
  caseNumber: string;
  title: string;
  place: string;
  filedAt: Date;
}

const mostShown = 10;
/** Shorter words than these stand in too many addresses to name a place. */
const leastLetters = 4;

/**
 * Other open cases that the reader's unit leads at the same place, oldest first: the address is the same,
 * or one holds the other, blanks and letter shapes aside.
 */
export function casesAtSamePlace(
  actor: PersonActor,
  file: CaseFile,
): Promise<readonly SamePlace[]> {
  return db().$queryRaw<SamePlace[]>`
    WITH here AS (
      SELECT lower(regexp_replace(normalize(place, NFKC), '\\s', '', 'g')) AS place
      FROM "Detail" WHERE "appealId" = ${file.appeal.id}::uuid)
    SELECT it."caseNumber", it.title, it.place, it."filedAt" FROM (
      SELECT a."caseNumber", a."filedAt", a.id, d.title, d.place,
        lower(regexp_replace(normalize(d.place, NFKC), '\\s', '', 'g')) AS other
      FROM "Assignment" s JOIN "Appeal" a ON a.id = s."appealId" JOIN "Detail" d ON d."appealId" = a.id
      WHERE s."unitId" = ${actor.unitId}::uuid AND s.role = 'lead' AND s."untilAt" IS NULL
        AND a.status <> 'closed' AND a.id <> ${file.appeal.id}::uuid AND NOT a.trial
        AND ${visibleInSql(actor)}) AS it, here
    WHERE it.other = here.place
      OR length(it.other) >= ${leastLetters} AND strpos(here.place, it.other) > 0
      OR length(here.place) >= ${leastLetters} AND strpos(it.other, here.place) > 0
    ORDER BY it."filedAt", it.id LIMIT ${mostShown}`;
}

import { type Database, planned } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { reviveDates } from '@/lib/db/revive';
import { capabilitiesOf, roleNames } from '@/lib/people/roles';
import type { CaseFile } from './case-file';

export interface Loaded {
  file: CaseFile;
  /** The database's clock when the file was read, in whole milliseconds. */
  clock: Date;
  /** True when this very form has been taken before. */
  formSeen: boolean;
  /** Who of the staff moved the appeal last, for the one who comes second; null when nobody of them did. */
  movedBy: string | null;
}

const dispatching = roleNames.filter((it) => capabilitiesOf([it]).has('dispatch'));

/** Can sign in, is not away, and is not barred from the appeal `a`. */
const mayDispatchToday = Prisma.sql`p.roles && ${dispatching} AND p."disabledAt" IS NULL
  AND p."passwordHash" IS NOT NULL AND NOT EXISTS (
    SELECT FROM "Absence" b, "Installation" i WHERE b."personId" = p.id AND b."cancelledAt" IS NULL
      AND to_char(now() AT TIME ZONE i.zone, 'YYYY-MM-DD') BETWEEN b."fromOn" AND b."untilOn")
  AND NOT EXISTS (
    SELECT FROM "Recusal" x LEFT JOIN "Person" n ON n.id = x."personId"
    WHERE x."appealId" = a.id AND x."endedAt" IS NULL AND (x."personId" = p.id OR n."deputyId" = p.id
      OR starts_with((SELECT h.path FROM "Unit" h WHERE h.id = p."unitId"), x."unitPath")))`;

/**
 * One appeal with all that rules may look at, in a single statement: the hot path of every step.
 * Lock the appeal's row in a statement before, else the records may be older than the lock.
 */
export async function loadCaseFile(
  database: Database,
  appealId: string,
  formKey: string | null = null,
): Promise<Loaded | null> {
  const rows = await database.$queryRaw<{ file: Loaded }[]>`${planned}
    SELECT jsonb_build_object(
      'clock', date_trunc('milliseconds', clock_timestamp()),
      'formSeen', EXISTS (SELECT FROM "Event" WHERE "formKey" = ${formKey}::uuid)
        OR EXISTS (SELECT FROM "ArchivedCase" c WHERE c."appealId" = a.id AND ${formKey}::uuid = ANY(c."formKeys")),
      'movedBy', (SELECT p.name FROM case_steps(a.id) e LEFT JOIN "Person" p ON p.id = e."personId"
        WHERE (e."fromStatus" IS DISTINCT FROM e."toStatus" OR e.data ? 'leadUnitId')
        ORDER BY e.seq DESC LIMIT 1),
      'file', jsonb_build_object(
        'appeal', to_jsonb(a),
        'voices', (SELECT coalesce(jsonb_agg(to_jsonb(v) ORDER BY v."joinedAt", v.id), '[]') FROM "Voice" v WHERE v."appealId" = a.id),
        'merged', jsonb_build_object(
          'merges', (SELECT coalesce(jsonb_agg(to_jsonb(g) ORDER BY g.at, g.id), '[]') FROM "Merge" g WHERE g."sourceId" = a.id OR g."targetId" = a.id),
          'voices', (SELECT coalesce(jsonb_agg(to_jsonb(v) ORDER BY v."joinedAt", v.id), '[]') FROM "Voice" v WHERE v."appealId" <> a.id AND v."appealId" IN (SELECT g."sourceId" FROM "Merge" g WHERE g."targetId" = a.id)
            AND (EXISTS (SELECT FROM "Merge" g WHERE g."sourceId" = v."appealId" AND g."targetId" = a.id AND g."untilAt" IS NULL)
              OR EXISTS (SELECT FROM "Round" r WHERE r."appealId" = a.id AND v.id = ANY(r.invited)))),
          'promises', (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c."startedAt", c.id), '[]') FROM "Merge" g JOIN "Clock" c ON c."roundId" = g."roundId" AND c.kind = 'promise' WHERE g."targetId" = a.id AND g."untilAt" IS NULL),
          'numbers', (SELECT coalesce(jsonb_object_agg(o.id, o."caseNumber"), '{}') FROM "Merge" g JOIN "Appeal" o ON o.id IN (g."sourceId", g."targetId") AND o.id <> a.id WHERE g."sourceId" = a.id OR g."targetId" = a.id)),
        'people', (SELECT coalesce(jsonb_object_agg(v.id, coalesce(k."phoneHash", k."emailHash")), '{}')
          FROM (SELECT a.id UNION SELECT g."sourceId" FROM "Merge" g WHERE g."targetId" = a.id) AS one
          JOIN "Voice" v ON v."appealId" = one.id JOIN "Contact" k ON k."voiceId" = v.id
          WHERE coalesce(k."phoneHash", k."emailHash") IS NOT NULL),
        'rounds', (SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.number), '[]') FROM "Round" r WHERE r."appealId" = a.id),
        'assignments', (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s."fromAt", s."untilAt" NULLS LAST), '[]') FROM "Assignment" s WHERE s."appealId" = a.id),
        'clocks', (SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c."startedAt", c.id), '[]') FROM "Clock" c WHERE c."appealId" = a.id),
        'pauses', (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p."fromAt", p.id), '[]') FROM "Pause" p JOIN "Clock" c ON c.id = p."clockId" WHERE c."appealId" = a.id),
        'extensions', (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.at, x.id), '[]') FROM "Extension" x JOIN "Clock" c ON c.id = x."clockId" WHERE c."appealId" = a.id),
        'requests', (SELECT coalesce(jsonb_agg(to_jsonb(q) ORDER BY q.seq), '[]') FROM "Request" q WHERE q."appealId" = a.id),
        'questions', (SELECT coalesce(jsonb_agg(to_jsonb(w) ORDER BY w.seq), '[]') FROM "Question" w WHERE w."appealId" = a.id),
        'causes', (SELECT coalesce(jsonb_agg(to_jsonb(o) ORDER BY o.seq), '[]') FROM "Cause" o WHERE o."appealId" = a.id),
        'calls', (SELECT coalesce(jsonb_agg(to_jsonb(w) ORDER BY w.seq, w.nth), '[]') FROM "Call" w WHERE w."appealId" = a.id),
        'supervisions', (SELECT coalesce(jsonb_agg(to_jsonb(u) ORDER BY u.at, u.id), '[]') FROM "Supervision" u WHERE u."appealId" = a.id),
        'recusals', (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.seq, x.id), '[]') FROM "Recusal" x WHERE x."appealId" = a.id),
        'recusedDeputies', (SELECT coalesce(jsonb_agg(p."deputyId"), '[]') FROM "Recusal" x JOIN "Person" p ON p.id = x."personId" WHERE x."appealId" = a.id AND x."endedAt" IS NULL AND p."deputyId" IS NOT NULL),
        'showings', (SELECT coalesce(jsonb_agg(to_jsonb(h) ORDER BY h.seq), '[]') FROM "Showing" h WHERE h."appealId" = a.id),
        'askings', (SELECT coalesce(jsonb_agg(to_jsonb(k) ORDER BY k.seq, k.id), '[]') FROM "Asking" k WHERE k."appealId" = a.id),
        'checks', (SELECT coalesce(jsonb_agg(to_jsonb(y) ORDER BY y.seq, y.id), '[]') FROM "SpotCheck" y WHERE y."appealId" = a.id),
        'pressures', (SELECT coalesce(jsonb_agg(to_jsonb(e) ORDER BY e.seq), '[]') FROM "Pressure" e WHERE e."appealId" = a.id),
        'verdicts', (SELECT coalesce(jsonb_agg(to_jsonb(d) ORDER BY d.seq), '[]') FROM "Verdict" d WHERE d."appealId" = a.id),
        'interviews', (SELECT coalesce(jsonb_agg(to_jsonb(i) ORDER BY i.seq), '[]') FROM "Interview" i WHERE i."appealId" = a.id),
        'steps', (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'verb', e.verb, 'at', e.at, 'round', e.round, 'personId', e."personId") ORDER BY e.seq), '[]') FROM case_steps(a.id) e),
        'closedUnitIds', (SELECT coalesce(jsonb_agg(DISTINCT n.id), '[]') FROM "Assignment" s JOIN "Unit" n ON n.id = s."unitId" WHERE s."appealId" = a.id AND n."closedAt" IS NOT NULL),
        'streetUnitIds', (SELECT coalesce(jsonb_agg(DISTINCT n.id), '[]') FROM "Assignment" s JOIN "Unit" n ON n.id = s."unitId" WHERE s."appealId" = a.id AND n.kind = 'street'),
        'dispatcherIds', CASE WHEN a.status = 'filed' AND EXISTS (SELECT FROM "Assignment" s WHERE s."appealId" = a.id AND s."endedAs" = 'sentBack')
          THEN (SELECT coalesce(jsonb_agg(p.id), '[]') FROM "Person" p WHERE ${mayDispatchToday}) ELSE '[]' END,
        'importRunning', EXISTS (SELECT FROM "Import" m WHERE m.id = a."importId" AND m."finishedAt" IS NULL)
      )
    ) AS file
    FROM "Appeal" a WHERE a.id = ${appealId}::uuid`;
  const found = rows[0]?.file;
  return found ? reviveDates(found) : null;
}

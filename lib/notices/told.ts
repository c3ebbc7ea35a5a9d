import type { CaseFile } from '@/lib/appeals/case-file';
import { sees } from '@/lib/appeals/queries/visible';
import { db } from '@/lib/db/client';
import type { PersonActor } from '@/lib/people/actor';

/** How one Voice was told last. */
export interface LastTold {
  voiceId: string;
  kind: string;
  /** sent, dead, refused, late, noChannel, unwanted, letter; null: on its way. */
  outcome: string | null;
  channel: string | null;
  at: Date;
  /** Who handed it over as a letter; null: nobody. */
  by: string | null;
}

/** How each Voice of a case was told last, without where: for whoever sees the case. */
export async function lastTold(actor: PersonActor, file: CaseFile): Promise<LastTold[]> {
  if (!sees(actor, file)) return [];
  return db().$queryRaw<LastTold[]>`
    SELECT DISTINCT ON (n."voiceId") n."voiceId", n.kind, d.channel,
      CASE WHEN d.channel = 'letter' THEN 'letter' ELSE n.outcome END AS outcome,
      CASE WHEN d.channel = 'letter' THEN d.at ELSE COALESCE(n."settledAt", n."createdAt") END AS at,
      p.name AS by
    FROM "Notice" n LEFT JOIN LATERAL (SELECT channel, at, "personId" FROM "Delivery" d
      WHERE d."noticeId" = n.id ORDER BY attempt DESC LIMIT 1) d ON TRUE
      LEFT JOIN "Person" p ON p.id = d."personId"
    WHERE n."appealId" = ${file.appeal.id}::uuid AND n."voiceId" IS NOT NULL
    ORDER BY n."voiceId", n."createdAt" DESC, n.id DESC`;
}

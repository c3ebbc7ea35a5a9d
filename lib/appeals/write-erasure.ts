import { Prisma } from '@/lib/db/generated/client';
import type { Changes } from './decide';

/**
 * What an erasing step takes away, table by table, as parts of the one statement that writes it: see
 * docs/decisions/0051-forgotten.md. The hash of the log binds the events alone, so that it stands.
 */
export function erasing({ appeal, erases }: Changes): Prisma.Sql[] {
  if (!erases) return [];
  const { what } = erases;
  const whose = [...erases.voiceIds];
  const people = [
    Prisma.sql`gone_contacts AS (DELETE FROM "Contact" WHERE "voiceId" = ANY(${whose}::uuid[]))`,
    Prisma.sql`gone_choices AS (DELETE FROM "NoticeChoice" WHERE "voiceId" = ANY(${whose}::uuid[]))`,
    Prisma.sql`gone_nearby AS (DELETE FROM "Nearby" WHERE "voiceId" = ANY(${whose}::uuid[]))`,
    Prisma.sql`gone_devices AS (UPDATE "PushSubscription"
      SET sealed = NULL, "endpointHash" = NULL, "endedAt" = coalesce("endedAt", ${appeal.lastAt})
      WHERE "voiceId" = ANY(${whose}::uuid[]) AND "endedAt" IS NULL)`,
  ];
  if (what === 'asked') return people;
  const id = appeal.id;
  const words = what === 'words' ? Prisma.sql`TRUE` : Prisma.sql`field = 'helper'`;
  const contacts = [
    ...people,
    Prisma.sql`gone_traces AS (DELETE FROM "VerdictTrace" t USING "Verdict" d
      WHERE d.id = t."verdictId" AND d."voiceId" = ANY(${whose}::uuid[]))`,
    Prisma.sql`gone_words AS (UPDATE "Text" SET body = NULL, salt = NULL, "erasedAt" = ${appeal.lastAt}
      WHERE "appealId" = ${id}::uuid AND body IS NOT NULL AND ${words})`,
  ];
  if (what === 'contacts') return contacts;
  return [
    ...contacts,
    Prisma.sql`gone_detail AS (UPDATE "Detail" SET title = '—', what = '', place = '', since = NULL, wish = NULL,
      words = '{}', lat = NULL, lon = NULL WHERE "appealId" = ${id}::uuid)`,
    Prisma.sql`gone_keywords AS (DELETE FROM "Keyword" WHERE "appealId" = ${id}::uuid)`,
    Prisma.sql`gone_whereabouts AS (DELETE FROM "Whereabout" WHERE "appealId" = ${id}::uuid)`,
    Prisma.sql`gone_seeking AS (DELETE FROM "Seeking" WHERE "appealId" = ${id}::uuid)`,
    Prisma.sql`gone_reasons AS (UPDATE "Reveal" SET reason = '' WHERE "appealId" = ${id}::uuid AND reason <> '')`,
    Prisma.sql`gone_kept_back AS (UPDATE "PhotoRelease" r SET reason = '' FROM "Photo" p
      WHERE p.id = r."photoId" AND p."appealId" = ${id}::uuid AND r.reason <> '')`,
    Prisma.sql`gone_grounds AS (UPDATE "AfterEffectMark" m SET grounds = '' FROM "Round" r
      WHERE r.id = m."roundId" AND ${id}::uuid IN (r."appealId", m."laterId") AND m.grounds <> '')`,
  ];
}

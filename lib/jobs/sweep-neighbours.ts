import { afterDays } from '@/lib/appeals/look-back';
import { mostAsked } from '@/lib/appeals/neighbours';
import { perform } from '@/lib/appeals/perform';
import { lookupHashes } from '@/lib/contacts/cipher';
import { db } from '@/lib/db/client';
import { mintSystem } from '@/lib/people/actor';
import { estateOf } from '@/lib/places/estate';

/** Days in which a worker that stood still may make up for it. */
const lateDays = 3;
/** Nobody is asked about their neighbourhood more often than this. */
const apartDays = 90;
const batch = 200;

/** Cases near which nobody may be asked are looked at once a process. */
const looked = new Set<string>();
const mostRemembered = 50_000;

/**
 * Two weeks after closing up to three people of the same place who agreed to it are asked whether it holds: chosen by a
 * number nobody sets, of other people than those of the case, each once a quarter.
 *
 * @returns how many cases were asked about.
 */
export async function sweepNeighbours(): Promise<number> {
  const cases = await db().$queryRaw<{ id: string; place: string }[]>`
    SELECT a.id, d.place FROM "Appeal" a JOIN "Detail" d ON d."appealId" = a.id
      JOIN "Round" r ON r."appealId" = a.id AND r.number = a.round
    WHERE a."closedAt" BETWEEN statement_timestamp() - make_interval(days => ${afterDays + lateDays}::int)
        AND statement_timestamp() - make_interval(days => ${afterDays}::int)
      AND a.status = 'closed' AND a."closedAs" IN ('judged', 'heard', 'lapsed') AND a."importId" IS NULL
      AND NOT a.trial AND NOT a.recused AND NOT a."namesPerson" AND a.kind <> 'report'
      AND EXISTS (SELECT FROM "Nearby")
      AND NOT EXISTS (SELECT FROM "Asking" k WHERE k."roundId" = r.id) AND NOT (a.id = ANY(${[...looked]}::uuid[]))
    ORDER BY a."closedAt" LIMIT ${batch}`;
  if (looked.size > mostRemembered) looked.clear();
  let asked = 0;
  for (const { id, place } of cases) {
    looked.add(id);
    const estate = estateOf(place);
    const voiceIds = estate ? await neighboursOf(id, lookupHashes(estate)) : [];
    if (voiceIds.length === 0) continue;
    const step = { appealId: id, verb: 'askNeighbours', input: { voiceIds } } as const;
    if ((await perform(step, mintSystem())).ok) asked += 1;
  }
  return asked;
}

/** Voices to be asked, one a person, nobody of the case itself or of one it is joined to. */
async function neighboursOf(appealId: string, placeHashes: readonly string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH own AS (
      SELECT ${appealId}::uuid AS id UNION SELECT g."sourceId" FROM "Merge" g WHERE g."targetId" = ${appealId}::uuid
    ), known AS (
      SELECT coalesce(k."phoneHash", k."emailHash") AS person FROM own JOIN "Voice" v ON v."appealId" = own.id
        JOIN "Contact" k ON k."voiceId" = v.id
    ), near AS (
      SELECT DISTINCT ON (coalesce(k."phoneHash", k."emailHash")) v.id, coalesce(k."phoneHash", k."emailHash") AS person
      FROM "Nearby" n JOIN "Voice" v ON v.id = n."voiceId" JOIN "Contact" k ON k."voiceId" = v.id
        LEFT JOIN "NoticeChoice" c ON c."voiceId" = v.id
      WHERE n."placeHash" = ANY(${[...placeHashes]}) AND v."leftAt" IS NULL AND v.reach IN ('telephone', 'email')
        AND c.channel IS DISTINCT FROM 'none' AND v."appealId" NOT IN (SELECT id FROM own)
      ORDER BY coalesce(k."phoneHash", k."emailHash"), n.at DESC
    )
    SELECT near.id FROM near
    WHERE NOT EXISTS (SELECT FROM known WHERE known.person = near.person)
      AND NOT EXISTS (
        SELECT FROM "Asking" s JOIN "Contact" k ON k."voiceId" = s."voiceId"
        WHERE coalesce(k."phoneHash", k."emailHash") = near.person
          AND s.at > clock_timestamp() - make_interval(days => ${apartDays}::int))
    ORDER BY md5(near.id::text || ${appealId}) LIMIT ${mostAsked}`;
  return rows.map((it) => it.id);
}

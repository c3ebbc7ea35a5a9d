import { type Database, planned } from '@/lib/db/client';
import { reviveDates } from '@/lib/db/revive';
import type { attachmentOf } from '@/lib/photos/attachment';
import type { EventRow } from '../event';
import type { Named } from './case-view';

/** What is told of one case beside what rules look at. */
export interface Told {
  detail: {
    title: string;
    what: string;
    place: string;
    since: string | null;
    wish: string | null;
    lat: number | null;
    lon: number | null;
  };
  category: (Named & { code: string }) | null;
  /** In their order, from the archive too. */
  steps: ToldStep[];
  texts: { seq: number; field: string; body: string | null }[];
  /** In the order they were sent. */
  photos: (Parameters<typeof attachmentOf>[0] & { seq: number | null })[];
  /** Something came before or after it at the same place, whether or not anybody may see it. */
  linked: boolean;
}

export type ToldStep = Pick<
  EventRow,
  | 'seq'
  | 'verb'
  | 'at'
  | 'round'
  | 'actorKind'
  | 'personId'
  | 'unitId'
  | 'voiceId'
  | 'toStatus'
  | 'data'
  | 'assumed'
>;

/**
 * Words, steps and pictures of one case, in one statement: every page of a case asks for them. Whether they may be told, whoever
 * calls has asked of the file.
 */
export async function readTold(database: Database, appealId: string): Promise<Told | null> {
  const [found] = await database.$queryRaw<{ told: Asked }[]>`${planned}
    SELECT jsonb_build_object(
      'detail', jsonb_build_object('title', d.title, 'what', d.what, 'place', d.place, 'since', d.since,
        'wish', d.wish, 'lat', d.lat, 'lon', d.lon),
      'category', (SELECT jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name, 'nameEn', c."nameEn")
        FROM "Category" c WHERE c.id = a."categoryId"),
      'steps', (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'verb', e.verb, 'at', e.at, 'round', e.round,
          'actorKind', e."actorKind", 'personId', e."personId", 'unitId', e."unitId", 'voiceId', e."voiceId",
          'toStatus', e."toStatus", 'data', e.data::text, 'assumed', e.assumed) ORDER BY e.seq), '[]')
        FROM case_steps(a.id) e),
      'texts', (SELECT coalesce(jsonb_agg(jsonb_build_object('seq', t.seq, 'field', t.field, 'body', t.body)), '[]')
        FROM "Text" t WHERE t."appealId" = a.id),
      'photos', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'width', p.width, 'height', p.height,
          'bytes', p.bytes, 'largeGoneAt', p."largeGoneAt", 'seq', p.seq) ORDER BY p."createdAt", p.id), '[]')
        FROM "Photo" p WHERE p."appealId" = a.id AND p."allGoneAt" IS NULL),
      'linked', EXISTS (SELECT FROM "AfterEffect" l WHERE l."fixId" = a.id)
        OR EXISTS (SELECT FROM "AfterEffect" l WHERE l."laterId" = a.id)
    ) AS told
    FROM "Appeal" a JOIN "Detail" d ON d."appealId" = a.id
    WHERE a.id = ${appealId}::uuid`;
  if (!found) return null;
  const { steps, ...told } = reviveDates(found.told);
  return { ...told, steps: steps.map((it) => ({ ...it, data: JSON.parse(it.data) })) };
}

/** Facts of a step come as text: what is an instant among them is not told by its name. */
type Asked = Omit<Told, 'steps'> & { steps: (Omit<ToldStep, 'data'> & { data: string })[] };

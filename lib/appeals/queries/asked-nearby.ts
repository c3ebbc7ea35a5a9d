import { db } from '@/lib/db/client';
import { isId } from '@/lib/id';
import type { VoiceActor } from '@/lib/people/actor';
import { loadCaseFile } from '../load';
import { askingOf } from '../neighbours';
import type { Named } from './case-view';

/** What a resident is asked about something near them: its kind, and nothing anybody wrote. */
export interface AskedNearby {
  /** Key of the question. */
  id: string;
  category: Named | null;
}

/** Questions this Voice may still answer, oldest first. */
export async function askedNearby(actor: VoiceActor): Promise<AskedNearby[]> {
  const rows = await db().asking.findMany({
    where: { voiceId: actor.voiceId, answeredAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      appealId: true,
      appeal: { select: { category: { select: { id: true, name: true, nameEn: true } } } },
    },
  });
  const open = await Promise.all(
    rows.map(async ({ id, appealId, appeal }) => {
      const loaded = await loadCaseFile(db(), appealId);
      const stands = loaded && askingOf(loaded.file, actor.voiceId, loaded.clock);
      return stands ? [{ id, category: appeal.category }] : [];
    }),
  );
  return open.flat();
}

/** The case a question is about; `perform` checks that this Voice was asked. */
export async function appealAskedAbout(
  actor: VoiceActor,
  askingId: string,
): Promise<string | null> {
  if (!isId(askingId)) return null;
  const asking = await db().asking.findFirst({
    where: { id: askingId, voiceId: actor.voiceId },
    select: { appealId: true },
  });
  return asking?.appealId ?? null;
}

export const hasAnsweredNearby = async (actor: VoiceActor): Promise<boolean> =>
  (await db().asking.count({ where: { voiceId: actor.voiceId, answeredAt: { not: null } } })) > 0;

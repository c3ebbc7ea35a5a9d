import { db } from '@/lib/db/client';
import { leadOf } from '../case-file';
import { isOpen, type Status } from '../lifecycle';
import { loadCaseFile } from '../load';
import { behind, mergeOf } from '../merged';
import type { Named } from './case-view';

/** What a stranger with the join link may read before joining: never a word the resident wrote. */
export interface Shared {
  status: Status;
  category: Named | null;
  /** As it was given; null where whoever filed it asked for secrecy. */
  place: string | null;
  filedAt: Date;
  unit: Named | null;
  people: number;
  /** The database's clock when this was read. */
  at: Date;
}

/** Null where there is no such appeal or nobody can join it any more. */
export async function readShared(appealId: string): Promise<Shared | null> {
  const loaded = await loadCaseFile(db(), appealId);
  if (!loaded || !isOpen(loaded.file.appeal.status)) return null;
  const { file, clock } = loaded;
  if (mergeOf(file) || file.importRunning) return null;
  const named = { select: { id: true, name: true, nameEn: true } };
  const [appeal, unit] = await Promise.all([
    db().appeal.findUnique({
      where: { id: appealId },
      select: { category: named, detail: { select: { place: true } } },
    }),
    db().unit.findUnique({ where: { id: leadOf(file)?.unitId ?? appealId }, ...named }),
  ]);
  const secret = file.voices.some((it) => it.secret && it.joinedAt <= file.appeal.filedAt);
  return {
    status: file.appeal.status,
    category: appeal?.category ?? null,
    place: secret ? null : (appeal?.detail?.place ?? null),
    filedAt: file.appeal.filedAt,
    unit,
    people: behind(file).people,
    at: clock,
  };
}

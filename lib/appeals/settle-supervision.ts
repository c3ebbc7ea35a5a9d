import { type CaseFile, supervisionOf } from './case-file';
import type { Context, Follow } from './transition';

/**
 * A closed case leaves supervision by itself, unless somebody said they had been pressed, or it was only
 * merged: joining it to another is no way out of being watched.
 */
export function settleSupervision(
  before: CaseFile,
  file: CaseFile,
  follow: Follow,
  { at, newId }: Context,
  seq: number,
): CaseFile {
  const present = supervisionOf(file);
  const { status, closedAs } = file.appeal;
  const closes = status === 'closed' && before.appeal.status !== 'closed' && closedAs !== 'merged';
  if (present && (follow.release || (closes && present.cause !== 'pressed'))) {
    return {
      ...file,
      supervisions: file.supervisions.map((it) =>
        it === present ? { ...it, releasedAt: at } : it,
      ),
    };
  }
  const change = follow.supervision;
  if (!change) return file;
  const taken = change.leaderId ? { takenAt: at } : {};
  if (present) {
    return {
      ...file,
      supervisions: file.supervisions.map((it) =>
        it === present ? { ...it, ...change, ...taken } : it,
      ),
    };
  }
  const fresh = {
    id: newId(),
    appealId: file.appeal.id,
    level: 1,
    cause: 'person' as const,
    seq,
    at,
    leaderId: null,
    takenAt: null,
    nextOn: null,
    releasedAt: null,
    ...change,
    ...taken,
  };
  return { ...file, supervisions: [...file.supervisions, fresh] };
}

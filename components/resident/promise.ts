import { roundOf } from '@/lib/appeals/case-file';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { ClockRow } from '@/lib/appeals/records';

/** The promise of the present round; undefined where it is void, because nobody works on it any more. */
export function promiseOf({ file }: CaseView): ClockRow | undefined {
  const round = roundOf(file);
  const own = file.clocks.filter((it) => it.kind === 'promise' && it.roundId === round.id);
  return own.findLast((it) => it.outcome !== 'void');
}

/** Key of `follow.promised…`: how the promise fared; null while it simply runs. */
export function promiseFate(
  promise: ClockRow,
  at: Date,
): 'Met' | 'Late' | 'Over' | 'Paused' | null {
  if (promise.stoppedAt) return promise.outcome === 'late' ? 'Late' : 'Met';
  if (!promise.dueAt) return 'Paused';
  return promise.dueAt < at ? 'Over' : null;
}

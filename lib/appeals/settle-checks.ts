import type { CaseFile } from './case-file';
import { roundOf } from './case-file';
import type { SpotCheckRow } from './records';
import { openCheck } from './spot-check';
import type { Context, Follow } from './transition';

/** A case is drawn, looked at, or goes round again before anybody has looked. */
export function settleChecks(
  file: CaseFile,
  { picks, check }: Follow,
  { at, newId }: Context,
  seq: number,
): CaseFile {
  if (picks) {
    const fresh: SpotCheckRow = {
      ...picks,
      id: newId(),
      appealId: file.appeal.id,
      seq,
      at,
      tries: 0,
      how: null,
      outcome: null,
      personId: null,
      endedAt: null,
      endedSeq: null,
    };
    return { ...file, checks: [...file.checks, fresh] };
  }
  const ended = (it: SpotCheckRow, change: Partial<SpotCheckRow>): SpotCheckRow => ({
    ...it,
    ...change,
    ...(change.outcome ? { endedAt: at, endedSeq: seq } : {}),
  });
  if (check) {
    return {
      ...file,
      checks: file.checks.map((it) => (it.id === check.id ? ended(it, check.change) : it)),
    };
  }
  const open = openCheck(file);
  if (!open || open.roundId === roundOf(file).id) return file;
  return {
    ...file,
    checks: file.checks.map((it) => (it === open ? ended(it, { outcome: 'void' }) : it)),
  };
}

import type { CaseFile } from './case-file';
import { barsPerson, barsUnit } from './recusals';
import type { Context } from './transition';

/**
 * What a unit lets go of when it is barred while it helps the lead, is called to the case or owns its cause:
 * nothing more is owed by it, and nothing more is shown to it. A lead that is barred keeps its place until
 * somebody names another unit, for the case must never be nobody's.
 */
export function letGoBarred(file: CaseFile, { at, rules }: Context, seq: number): CaseFile {
  const gone = ({ unitPath }: { unitPath: string }) => barsUnit(file, unitPath);
  const goneInPerson = (personId: string | null, unitPath: string) =>
    personId !== null &&
    barsPerson(file, {
      personId,
      unitPath: rules.offices.find((it) => it.personId === personId)?.unitPath ?? unitPath,
    });
  return {
    ...file,
    assignments: file.assignments.map((it) => {
      if (it.role !== 'second' || it.untilAt || !gone(it)) return it;
      return { ...it, untilAt: at, endedAs: 'recused' };
    }),
    calls: file.calls.map((it) => {
      if (it.endedAt) return it;
      if (gone(it)) return { ...it, outcome: 'void', endedAt: at, endedSeq: seq };
      return goneInPerson(it.personId, it.unitPath) ? { ...it, personId: null } : it;
    }),
    causes: file.causes.map((it) =>
      it.endedAt || !gone(it) ? it : { ...it, endedAt: at, endedSeq: seq },
    ),
  };
}

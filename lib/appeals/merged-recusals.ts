import type { CaseFile } from './case-file';
import type { MergeRow, RecusalRow } from './records';
import { barsUnit, standingRecusals } from './recusals';
import type { Follow } from './transition';

/**
 * While two cases are one, whoever is barred from either is barred from both: what the one says is read and
 * judged in the other. The rows are the case's own, and end with the merge.
 */
export function recusedWith(file: CaseFile, other: CaseFile): Pick<Follow, 'recuse' | 'deputies'> {
  const own = standingRecusals(file);
  const fresh = standingRecusals(other).filter(({ unitPath, personId }) =>
    unitPath ? !barsUnit(file, unitPath) : !own.some((it) => it.personId === personId),
  );
  return {
    recuse: fresh.map(({ unitId, unitPath, personId, ground }) => ({
      unitId,
      unitPath,
      personId,
      ground,
      deputyId: null,
    })),
    deputies: other.recusedDeputies,
  };
}

/** Those that came with a merge. */
export const cameWith = ({ recusals, steps }: CaseFile, merge: MergeRow): RecusalRow[] => {
  const came = steps.filter((it) => it.verb === 'merge').map((it) => it.seq);
  return recusals.filter(
    (it) => came.includes(it.seq) && it.at.getTime() === merge.at.getTime() && !it.endedAt,
  );
};

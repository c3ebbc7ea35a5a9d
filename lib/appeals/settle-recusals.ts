import { type CaseFile, leadOf } from './case-file';
import { entrustedOf } from './entrusting';
import { letGoBarred } from './let-go-barred';
import { cameWith } from './merged-recusals';
import { barsPerson, standingRecusals } from './recusals';
import type { Context, Follow } from './transition';

/** Recusals begin and end; what the appeal itself says of them follows, and who takes it. */
export function settleRecusals(
  before: CaseFile,
  after: CaseFile,
  follow: Follow,
  context: Context,
  seq: number,
): CaseFile {
  const { at, newId, rules } = context;
  const { recuse = [], unrecuse, deputies: fetched = [] } = follow;
  const none = after.recusals.length === 0 && recuse.length === 0 && fetched.length === 0;
  if (none && !before.appeal.recused) return after;
  const apart = follow.givesBack ? cameWith(after, follow.givesBack) : [];
  const lifted = [...apart.map((it) => it.id), ...(unrecuse ? [unrecuse] : [])];
  const ended =
    lifted.length > 0
      ? after.recusals.map((it) =>
          lifted.includes(it.id) ? { ...it, endedAt: at, endedSeq: seq } : it,
        )
      : after.recusals;
  const begun = recuse.map(({ deputyId: _, ...it }) => ({
    ...it,
    id: newId(),
    appealId: after.appeal.id,
    seq,
    at,
    endedAt: null,
    endedSeq: null,
  }));
  const deputies = recuse.flatMap(({ deputyId }) => (deputyId ? [deputyId] : []));
  let file: CaseFile = {
    ...after,
    recusals: begun.length > 0 || ended !== after.recusals ? [...ended, ...begun] : after.recusals,
    recusedDeputies: [...after.recusedDeputies, ...deputies, ...fetched],
  };
  if (file.recusals.length === 0 && !before.appeal.recused) return file;
  file = letGoBarred(withoutBarredHandler(file, rules), context, seq);
  const recused = standingRecusals(file).length > 0;
  return { ...file, appeal: { ...file.appeal, recused, ...entrustedOf(file, rules) } };
}

/** Whoever is barred is no longer named to it in person. */
function withoutBarredHandler(file: CaseFile, { offices }: Context['rules']): CaseFile {
  const lead = leadOf(file);
  const personId = lead?.personId;
  if (!lead || !personId) return file;
  const unitPath = offices.find((it) => it.personId === personId)?.unitPath ?? lead.unitPath;
  if (!barsPerson(file, { personId, unitPath })) return file;
  return {
    ...file,
    assignments: file.assignments.map((it) => (it === lead ? { ...it, personId: null } : it)),
  };
}

import { type CaseFile, roundOf } from '@/lib/appeals/case-file';
import { may, type PersonActor } from '@/lib/people/actor';

/**
 * The slip carries the resident's private link, with which they alone judge. So it is printed only by
 * whoever filed for them, and only until there is an answer to judge.
 */
export function slipIsFor(actor: PersonActor, file: CaseFile): boolean {
  const filed = file.steps.find((it) => it.verb === 'file');
  return (
    may(actor, 'fileForCaller') &&
    filed?.personId === actor.personId &&
    file.appeal.round === 1 &&
    roundOf(file).resolvedAt === null &&
    file.appeal.status !== 'closed'
  );
}

import { type CaseFile, presentVoices, roundOf } from '@/lib/appeals/case-file';
import { isOpen } from '@/lib/appeals/lifecycle';
import type { CaseView } from '@/lib/appeals/queries/case-view';
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

/** The same of whoever joined: by who added them, and until there is an answer they were asked about. */
export function joinedSlips(actor: PersonActor, { file, story }: CaseView): string[] {
  if (!may(actor, 'fileForCaller') || !isOpen(file.appeal.status)) return [];
  const added = file.steps.filter((it) => it.verb === 'join' && it.personId === actor.personId);
  const asked = file.rounds.flatMap((it) => it.invited);
  return story
    .filter((entry) => added.some((it) => it.seq === entry.seq))
    .map((entry) => String(entry.facts.joinedVoiceId ?? ''))
    .filter((id) => !asked.includes(id) && presentVoices(file).some((it) => it.id === id));
}

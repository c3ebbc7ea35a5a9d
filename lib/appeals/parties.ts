import type { Actor, PersonActor } from '@/lib/people/actor';
import type { Capability } from '@/lib/people/roles';
import { type CaseFile, calledPathsOf, causeOf, leadOf, unitPathsOf } from './case-file';
import type { Verb } from './lifecycle';
import { isGuestVoice } from './merged';
import { isAsked } from './neighbours';
import { isEntrusted, isRecused } from './recusals';
import { responsibleOf } from './responsible';

/**
 * Who an actor is to one appeal, if nothing bars them from it; a fallback is whoever they stand in for.
 * `office:x` is anyone with the capability, `lead:x` the lead unit's people, `responsible:x` those of the
 * unit that answers for it while no other has accepted it, `cause:x` those of the unit with which the cause
 * lies, `over:x` those of the lead unit or one above it, `everLead:x` those of a unit that once had it,
 * `called:x` those of a unit called to it, `neutral:x` those of a unit that was none of these who had no hand
 * in it themselves
 * (Beijing regulation 2021, Art. 23: the follow-up is the hotline's, never the handling unit's).
 * `merged` is a Voice of another case that is or was part of this one; `neighbour` one that was asked about it; `guest` whoever was handed the
 * appeal's join link.
 */
export type Party =
  | 'resident'
  | 'voice'
  | 'filer'
  | 'joined'
  | 'merged'
  | 'neighbour'
  | 'guest'
  | 'system'
  | 'import'
  | `${'office' | 'lead' | 'responsible' | 'cause' | 'over' | 'everLead' | 'called' | 'neutral'}:${Capability}`;

/** One unit stands inside, above or is the other. */
export const related = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Steps by which nobody has had a case: taking it down, judging it, making a note. */
export const handsOff: readonly Verb[] = [
  'file',
  'supplement',
  'answerQuestion',
  'join',
  'annotate',
  'interview',
  'recheck',
  'grant',
  'refuse',
  'rule',
  'decideExclusion',
  'ruleExclusion',
  'placeCause',
  'publish',
  'unpublish',
];

/** Whoever had the case in person is not made free to judge it by moving to another unit. */
const hadAHandIn = (file: CaseFile, { personId }: PersonActor): boolean =>
  file.assignments.some((it) => it.personId === personId) ||
  file.steps.some((it) => it.personId === personId && !handsOff.includes(it.verb));

export function isParty(file: CaseFile, party: Party, actor: Actor): boolean {
  switch (actor.kind) {
    case 'resident':
      return party === 'resident' || (party === 'guest' && actor.invitedTo === file.appeal.id);
    case 'system':
      return party === 'system';
    case 'import':
      return party === 'import' && file.appeal.importId === actor.importId && file.importRunning;
    case 'voice': {
      if (party === 'merged') return isGuestVoice(file, actor.voiceId);
      if (party === 'neighbour') return isAsked(file, actor.voiceId);
      const voice = file.voices.find((it) => it.id === actor.voiceId);
      if (!voice || voice.leftAt || file.appeal.id !== actor.appealId) return false;
      return party === 'voice' || party === voice.role;
    }
    case 'person': {
      const [relation, capability] = party.split(':') as [string, Capability | undefined];
      if (!capability || isRecused(file, actor)) return false;
      if (!actor.capabilities.has(capability) && !isEntrusted(file, actor, capability))
        return false;
      if (relation === 'office') return true;
      if (relation === 'lead') {
        return leadOf(file)?.unitId === actor.unitId || isEntrusted(file, actor, capability);
      }
      if (relation === 'responsible') return responsibleOf(file)?.unitId === actor.unitId;
      if (relation === 'cause') return causeOf(file)?.unitId === actor.unitId;
      if (relation === 'over') return !!leadOf(file)?.unitPath.startsWith(actor.unitPath);
      const paths = unitPathsOf(file);
      if (relation === 'everLead') return paths.some((path) => path === actor.unitPath);
      if (relation === 'called') return file.calls.some((it) => it.unitId === actor.unitId);
      const near = [...paths, ...calledPathsOf(file)].some((path) => related(path, actor.unitPath));
      const owns = file.causes.some((it) => it.unitId === actor.unitId);
      return !near && !owns && !hadAHandIn(file, actor);
    }
  }
}

import { type Actor, may } from '@/lib/people/actor';
import { callRows } from './calls';
import { type CaseFile, hasFiled } from './case-file';
import type { Verb } from './lifecycle';
import { related } from './parties';

/**
 * Who reads a case: the resident who filed it, one who joined, the people of a unit that has it or was
 * called to it, an office of the loop, or who supervises.
 */
export const audiences = ['voice', 'joined', 'unit', 'called', 'office', 'supervision'] as const;
export type Audience = (typeof audiences)[number];

export const isResident = (audience: Audience): boolean =>
  audience === 'voice' || audience === 'joined';

/** Whoever belongs to a unit that had the case reads it as that unit does, whatever else they are. */
export function audienceOf(actor: Actor, file: CaseFile): Audience {
  if (actor.kind === 'voice') return hasFiled(file, actor.voiceId) ? 'voice' : 'joined';
  if (actor.kind !== 'person') return 'voice';
  const units = file.assignments.map((it) => it.unitPath);
  if (units.some((path) => related(path, actor.unitPath))) return 'unit';
  if (file.causes.some((it) => it.unitPath.startsWith(actor.unitPath))) return 'unit';
  if (file.calls.some((it) => related(it.unitPath, actor.unitPath))) return 'called';
  if (may(actor, 'measure') || may(actor, 'supervise')) return 'supervision';
  return may(actor, 'handle') || may(actor, 'assign') ? 'unit' : 'office';
}

const everybody = ['voice', 'joined', 'unit', 'office', 'supervision'] as const;
/** Not for neighbours who joined: what the filer said, and what was said with them. */
const filers = ['voice', 'unit', 'office', 'supervision'] as const;
/** Also a unit that was called: what, where, what it is asked for, public answers, the story of the calls. */
const all = audiences;
/** The same without neighbours who joined. */
const told = ['voice', 'unit', 'called', 'office', 'supervision'] as const;
const helpers = ['unit', 'called', 'office', 'supervision'] as const;
const staff = ['unit', 'office', 'supervision'] as const;
const supervision = ['supervision'] as const;
/** What a unit that handles it need not know. */
const notUnit = ['voice', 'office', 'supervision'] as const;

/** Who checks and who supervises: whoever is checked must not know before. */
const drawn = ['office', 'supervision'] as const;

/** What each unit of a whistle was called for. */
const whatFor = Object.fromEntries(callRows.map((nth) => [`whatFor${nth}`, helpers]));

interface Reading {
  /** Who sees that it happened. */
  seen: readonly Audience[];
  /** Words of the step and who reads them; words not named are read by nobody. */
  words: Record<string, readonly Audience[]>;
}

/**
 * What of each step is shown to whom. A verdict's words reach the unit only where the resident releases
 * them; satisfaction and pressure never do.
 */
// biome-ignore format: one line a verb
export const reading: Record<Verb, Reading> = {
  file:        { seen: all,       words: { title: told, what: told, place: told, point: told, since: told, wish: told, who: notUnit, helper: notUnit, photos: told } },
  dispatch:    { seen: all,       words: { note: all, reason: everybody } },
  answer:      { seen: all,       words: { answer: all } },
  decline:     { seen: everybody, words: { reason: everybody, route: everybody } },
  sendBack:    { seen: everybody, words: { reason: everybody } },
  redispatch:  { seen: all,       words: { reason: all } },
  accept:      { seen: all,       words: {} },
  assign:      { seen: everybody, words: { note: staff } },
  contact:     { seen: everybody, words: { said: filers, photos: filers } },
  missContact: { seen: everybody, words: { note: filers } },
  message:     { seen: everybody, words: { words: filers, photos: filers } },
  supplement:  { seen: all,       words: { words: told, photos: told } },
  resolve:     { seen: all,       words: { answer: all, basis: all, route: all, silentReason: helpers, photos: all } },
  whistle:     { seen: all,       words: whatFor },
  reportIn:    { seen: all,       words: { note: helpers } },
  arrive:      { seen: all,       words: { note: helpers } },
  reportBack:  { seen: all,       words: { found: helpers, decided: helpers, plan: helpers, reason: helpers, photos: helpers } },
  rateHelp:    { seen: helpers,   words: { note: helpers } },
  redo:        { seen: everybody, words: { reason: everybody } },
  judge:       { seen: everybody, words: { words: supervision, pressureWords: supervision } },
  interview:   { seen: everybody, words: { said: supervision } },
  lapse:       { seen: everybody, words: {} },
  lookBack:    { seen: everybody, words: { words: supervision, pressureWords: supervision } },
  reopen:      { seen: everybody, words: { reason: filers } },
  withdraw:    { seen: everybody, words: { reason: supervision } },
  ask:         { seen: everybody, words: { question: everybody } },
  answerQuestion: { seen: everybody, words: { words: filers } },
  endHold:     { seen: everybody, words: { note: everybody } },
  askFor:      { seen: everybody, words: { reason: everybody, basis: everybody, cause: everybody } },
  grant:       { seen: everybody, words: { reason: everybody } },
  refuse:      { seen: everybody, words: { reason: everybody } },
  resume:      { seen: everybody, words: { note: everybody } },
  object:      { seen: everybody, words: { reason: filers } },
  rule:        { seen: everybody, words: { reason: everybody } },
  askExclusion:    { seen: everybody, words: { evidence: filers } },
  decideExclusion: { seen: everybody, words: { reason: everybody } },
  objectExclusion: { seen: everybody, words: { reason: filers } },
  ruleExclusion:   { seen: everybody, words: { reason: everybody } },
  placeCause:  { seen: everybody, words: { cause: everybody, reason: everybody } },
  answerCause: { seen: everybody, words: { plan: everybody } },
  join:        { seen: staff,     words: { words: staff } },
  leave:       { seen: staff,     words: {} },
  merge:       { seen: everybody, words: { reason: everybody, note: staff } },
  unmerge:     { seen: everybody, words: { reason: everybody, note: staff } },
  supervise:   { seen: staff,     words: { reason: staff } },
  release:     { seen: staff,     words: { reason: staff } },
  takeOn:      { seen: everybody, words: { note: everybody } },
  card:        { seen: staff,     words: {} },
  recuse:      { seen: everybody, words: { reason: notUnit, who: notUnit } },
  unrecuse:    { seen: everybody, words: { reason: notUnit } },
  entrust:     { seen: everybody, words: {} },
  repromise:   { seen: everybody, words: {} },
  stamp:       { seen: staff,     words: {} },
  consent:     { seen: everybody, words: {} },
  publish:     { seen: everybody, words: { title: everybody, what: everybody, place: everybody, answer: everybody } },
  unpublish:   { seen: everybody, words: { reason: everybody } },
  askNeighbours: { seen: supervision, words: {} },
  witness:     { seen: supervision, words: {} },
  pick:        { seen: drawn,     words: {} },
  recheck:     { seen: everybody, words: { said: supervision } },
  erase:       { seen: everybody, words: {} },
  askErasure:  { seen: supervision, words: {} },
  annotate:    { seen: staff,     words: { note: staff, photos: staff } },
};

/** Steps that may bring pictures; who sees them stands among the words. */
export const bringsPhotos = (verb: Verb): boolean => 'photos' in reading[verb].words;

import { type Actor, may } from '@/lib/people/actor';
import type { CaseFile } from './case-file';
import type { Verb } from './lifecycle';
import { related } from './parties';

/** Who reads a case: a resident of it, a unit's people, an office of the loop, or who supervises. */
export const audiences = ['voice', 'unit', 'office', 'supervision'] as const;
export type Audience = (typeof audiences)[number];

/** Whoever belongs to a unit that had the case reads it as that unit does, whatever else they are. */
export function audienceOf(actor: Actor, file: CaseFile): Audience {
  if (actor.kind !== 'person') return 'voice';
  const units = file.assignments.map((it) => it.unitPath);
  if (units.some((path) => related(path, actor.unitPath))) return 'unit';
  if (file.causes.some((it) => it.unitPath.startsWith(actor.unitPath))) return 'unit';
  if (may(actor, 'measure') || may(actor, 'supervise')) return 'supervision';
  return may(actor, 'handle') || may(actor, 'assign') ? 'unit' : 'office';
}

const everybody = audiences;
const staff = ['unit', 'office', 'supervision'] as const;
const supervision = ['supervision'] as const;

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
  file:        { seen: everybody, words: { title: everybody, what: everybody, place: everybody, since: everybody, wish: everybody } },
  dispatch:    { seen: everybody, words: { note: everybody } },
  answer:      { seen: everybody, words: { answer: everybody } },
  decline:     { seen: everybody, words: { reason: everybody, route: everybody } },
  sendBack:    { seen: everybody, words: { reason: everybody } },
  redispatch:  { seen: everybody, words: { reason: everybody } },
  accept:      { seen: everybody, words: {} },
  assign:      { seen: everybody, words: { note: staff } },
  contact:     { seen: everybody, words: { said: everybody } },
  missContact: { seen: everybody, words: { note: everybody } },
  message:     { seen: everybody, words: { words: everybody } },
  supplement:  { seen: everybody, words: { words: everybody } },
  resolve:     { seen: everybody, words: { answer: everybody, basis: everybody, route: everybody } },
  redo:        { seen: everybody, words: { reason: everybody } },
  judge:       { seen: everybody, words: { words: supervision, pressureWords: supervision } },
  interview:   { seen: everybody, words: { said: supervision } },
  lapse:       { seen: everybody, words: {} },
  reopen:      { seen: everybody, words: { reason: everybody } },
  withdraw:    { seen: everybody, words: { reason: supervision } },
  ask:         { seen: everybody, words: { question: everybody } },
  answerQuestion: { seen: everybody, words: { words: everybody } },
  endHold:     { seen: everybody, words: { note: everybody } },
  askFor:      { seen: everybody, words: { reason: everybody, basis: everybody, cause: everybody } },
  grant:       { seen: everybody, words: { reason: everybody } },
  refuse:      { seen: everybody, words: { reason: everybody } },
  resume:      { seen: everybody, words: { note: everybody } },
  object:      { seen: everybody, words: { reason: everybody } },
  rule:        { seen: everybody, words: { reason: everybody } },
  placeCause:  { seen: everybody, words: { cause: everybody, reason: everybody } },
  answerCause: { seen: everybody, words: { plan: everybody } },
  supervise:   { seen: staff,     words: { reason: staff } },
  release:     { seen: staff,     words: { reason: staff } },
  takeOn:      { seen: everybody, words: { note: everybody } },
  card:        { seen: staff,     words: {} },
  repromise:   { seen: everybody, words: {} },
  stamp:       { seen: staff,     words: {} },
  annotate:    { seen: staff,     words: { note: staff } },
};

import { may, type PersonActor } from './actor';
import type { Capability } from './roles';

/**
 * Everything administration does, and to which of the three administrators it belongs: read by menus, pages,
 * actions and handlers alike. Whoever administers everything has all of it.
 */
// biome-ignore format: one line a power
export const powers = {
  start:        ['system', 'security', 'logs'],
  setUp:        ['setUp'],

  units:        ['system'],
  categories:   ['system'],
  catalogue:    ['system'],
  areas:        ['system'],
  limits:       ['system'],
  calendars:    ['system'],
  supervision:  ['system'],
  score:        ['system'],
  templates:    ['system'],
  answers:      ['system'],
  notices:      ['system'],
  status:       ['system'],
  organisation: ['system'],
  map:          ['system'],
  dictation:    ['system'],
  trial:        ['system'],

  people:       ['security'],
  /** Who is named here may open what others are barred from: a right. */
  fallbacks:    ['security'],
  secondFactor: ['security'],
  passwords:    ['security'],
  retention:    ['security'],
  /** Keeps the three apart, and asks that they no longer are. */
  apart:        ['security'],

  settings:     ['system', 'security'],

  changes:      ['logs'],
  readings:     ['logs'],
  exports:      ['logs'],
  seals:        ['logs'],
  /** Says yes or no to their no longer being apart. */
  apartEnd:     ['logs'],
} as const satisfies Record<string, readonly Capability[]>;

export type Power = keyof typeof powers;

/** Whether this is theirs to administer. */
export const mayAdminister = (actor: PersonActor, power: Power): boolean =>
  powers[power].some((it) => may(actor, it));

import { type Actor, may, type PersonActor } from '@/lib/people/actor';

/**
 * A number tells of every case behind it, so whoever asks for one must be allowed to read them all.
 * Held where the numbers are made, whatever a page has asked before.
 */
export const mayMeasure = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && may(actor, 'measure') && may(actor, 'readAll');

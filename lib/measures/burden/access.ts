import { type Actor, may, type PersonActor } from '@/lib/people/actor';
import { mayMeasure } from '../access';

/** Whoever measures sees every unit's burden; who leads a unit sees that of its people, and below it. */
export const mayReadBurden = (actor: Actor): actor is PersonActor =>
  mayMeasure(actor) || leadsAlone(actor);

/** A leader who measures nothing else. */
export const leadsAlone = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && may(actor, 'assign') && !mayMeasure(actor);

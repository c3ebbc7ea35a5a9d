import type { OwnWords } from '@/lib/appeals/file';
import type { Given } from '@/lib/contacts/seal';
import { diceOf } from './ids';
import { placeWords, tell } from './phrases';
import { type Course, type InWords, personBy } from './play-case';
import type { Scene } from './scene';

/** What one resident says of a matter of which another has told already, and what the unit says to them. */
export interface OtherWords {
  filing: Record<string, unknown> & OwnWords & Given;
  said: InWords;
}

/**
 * The same matter in other words, from another person, at another place of the same unit. Only what no rule
 * looks at differs: what was told, whether a name, a number or an address was given, stays.
 */
export function otherWords(
  scene: Scene,
  { plan, opening, taken }: Course,
  nth: number,
): OtherWords {
  const roll = diceOf(scene.seed, nth);
  const { topic, owner } = plan;
  const near = scene.placesIn.get(owner.id);
  const at = near ? roll.pick(near) : scene.places.at(roll.next());
  const place = placeWords[roll.pick(topic.where)](at.name, at.road, roll);
  const first = opening.filing;
  const given = Object.entries(personBy(roll.next(), scene)).filter(([field]) => field in first);
  const said = taken.flatMap((move) =>
    move.inOtherWords ? [[move, move.inOtherWords(roll)] as const] : [],
  );
  return {
    filing: { ...first, place, ...tell(topic, place, roll, first), ...Object.fromEntries(given) },
    said: new Map(said),
  };
}

import type { CaseFile } from '@/lib/appeals/case-file';
import { caseNumber } from '@/lib/appeals/case-number';
import type { NoticeRow } from '@/lib/appeals/records';
import { rowsOf, type Table } from '@/lib/appeals/write';
import { type Actor, mintResident, mintVoice } from '@/lib/people/actor';
import { civilDateOfDay } from '@/lib/time/civil';
import type { Dice } from '@/prisma/seed/dice';
import { nextMove, type Plan, somebody } from './course';
import { countsOfIds, diceOf, idsByCount } from './ids';
import { personName } from './names';
import { placeWords, tell } from './phrases';
import { type Move, type Opening, openCase, type Player, Unplayable } from './player';
import { ownerOf, type Scene } from './scene';
import { monthOf } from './seasons';
import { systemMove } from './system';

/** More steps than any case takes; a course that does not end is a mistake. */
const mostSteps = 200;

/** When a case comes in: the civil day, the instant, and as which of that day. */
export interface Arrival {
  day: number;
  at: number;
  inDay: number;
}

/** A case as it was played. */
export interface Course {
  plan: Plan;
  opening: Opening;
  /** Whatever anybody wanted to do, in order, also where the system came first; null: nothing more. */
  wants: readonly (Move | null)[];
  /** What was done after filing, in order. */
  taken: readonly Move[];
  player: Player;
}

/** The nth case: its rows, table by table. */
export const playCase = (scene: Scene, nth: number, on: Arrival): [Table, readonly object[]][] =>
  finished(playCourse(scene, nth, on).player);

export function playCourse(scene: Scene, nth: number, on: Arrival): Course {
  const roll = diceOf(scene.seed, nth);
  const month = monthOf(on.day);
  const topic = scene.topicsIn(month).at(roll.next());
  const place = scene.places.at(roll.next());
  const owner = ownerOf(topic, place, scene);
  const astray = roll.often(0.05) ? scene.places.at(roll.next()).street : null;
  const plan: Plan = {
    scene,
    roll,
    topic,
    owner,
    astray: astray?.id === owner.id ? null : astray,
    solves: scene.solves.get(owner.id) ?? 0.7,
    done: new Set(),
  };
  const where = placeWords[roll.pick(topic.where)](place.name, place.road, roll);
  const begun = opening(plan, nth, on, where);
  const player = openCase(scene, begun);
  const wants: (Move | null)[] = [];
  const taken = playOn(scene, player, on.at, (file, from) => {
    const wanted = nextMove({ ...plan, file, from });
    wants.push(wanted);
    return wanted;
  });
  return { plan, opening: begun, wants, taken, player };
}

/** Other words for the moves of a course. */
export type InWords = ReadonlyMap<Move, Record<string, unknown>>;

/**
 * The course once more, by the same people, each so much later as it is opened later; what the system does
 * comes when it comes. Null where the rules have it otherwise at those instants.
 */
export function playAgain(
  scene: Scene,
  course: Course,
  begun: Opening,
  inWords: InWords,
): { player: Player; taken: Move[] } | null {
  const { opening } = course;
  const later = begun.at - opening.at;
  const countOf = countsOfIds(scene.seed, opening.nth, opening.at);
  const idOf = idsByCount(scene.seed, begun.nth, begun.at);
  const ofThisCase = (value: unknown): unknown => {
    const count = typeof value === 'string' ? countOf(value) : null;
    return count === null ? value : idOf(count);
  };
  const voiceOf = (actor: Actor): Actor =>
    actor.kind === 'voice'
      ? mintVoice(String(ofThisCase(actor.voiceId)), String(ofThisCase(actor.appealId)))
      : actor;
  let nth = 0;
  try {
    const player = openCase(scene, begun);
    const taken = playOn(scene, player, begun.at, () => {
      const wanted = course.wants[nth];
      nth += 1;
      if (wanted === undefined) throw new Unplayable('somebody is asked once more');
      if (wanted === null) return null;
      const input = Object.entries(inWords.get(wanted) ?? wanted.input);
      return {
        ...wanted,
        input: Object.fromEntries(input.map(([field, value]) => [field, ofThisCase(value)])),
        actor: voiceOf(wanted.actor),
        at: wanted.at + later,
      };
    });
    return nth === course.wants.length ? { player, taken } : null;
  } catch (error) {
    if (error instanceof Unplayable) return null;
    throw error;
  }
}

/** Steps until nobody does anything more; where the system is due before whoever wants to act, it acts. */
function playOn(
  scene: Scene,
  player: Player,
  filedAt: number,
  next: (file: CaseFile, from: number) => Move | null,
): Move[] {
  const taken: Move[] = [];
  let from = filedAt;
  let wanted: Move | null | undefined;
  for (let step = 0; step < mostSteps; step++) {
    const file = player.file();
    if (wanted === undefined) wanted = next(file, from);
    const upTo = Math.min(wanted?.at ?? Number.POSITIVE_INFINITY, scene.until - 1);
    const first = systemMove(file, from, upTo, scene);
    const move = first ?? wanted;
    if (!move || move.at >= scene.until) return taken;
    from = move.at;
    player.take(move);
    taken.push(move);
    // Where the system did more in between than give a card, whoever wanted to act thinks again.
    if (first?.verb !== 'card') wanted = undefined;
  }
  throw new Error(`appeal ${player.file().appeal.id} does not end`);
}

export function finished({ steps, beside }: Player): [Table, readonly object[]][] {
  const [filed, ...more] = steps;
  if (!filed) throw new Error('a case without its first step');
  const tables = rowsOf([filed, ...more], beside);
  return tables.map(([table, rows]) => [
    table,
    table === 'Notice' ? (rows as readonly NoticeRow[]).map(settled) : rows,
  ]);
}

/** As lib/jobs/deliver-notice.ts leaves it a moment later. */
const settled = (it: NoticeRow): NoticeRow =>
  it.settledAt
    ? it
    : { ...it, settledAt: new Date(it.createdAt.getTime() + 40), outcome: 'noChannel' };

function opening(plan: Plan, nth: number, on: Arrival, place: string): Opening {
  const { roll, topic, scene } = plan;
  const byPhone = roll.often(0.64);
  const categoryId = scene.categories.get(topic.category)?.at(-1) ?? null;
  const named = roll.often(byPhone ? 0.9 : 0.55) ? categoryId : null;
  const filing = {
    place,
    ...tell(topic, place, roll),
    ...(roll.often(0.9) ? { kind: topic.kind } : {}),
    ...(named ? { categoryId: named } : {}),
    ...(byPhone ? { channel: channelOf(roll) } : {}),
    ...reachedBy(byPhone, scene, roll),
    ...(roll.often(0.03) ? { secret: 'on' } : {}),
  };
  return {
    nth,
    at: on.at,
    number: numberOf(scene, on),
    filing,
    categoryId: named,
    locale: roll.often(0.995) ? 'zh' : 'en',
    actor: byPhone ? somebody(plan, 'centre', 'operator') : mintResident(),
  };
}

/** The case number of the day's nth: after those that were given out before this run. */
export function numberOf({ counters }: Scene, { day, inDay }: Arrival): string {
  const on = civilDateOfDay(day);
  return caseNumber(on, (counters.get(on) ?? 0) + inDay);
}

const channelOf = (roll: Dice): string =>
  roll.often(0.93) ? 'telephone' : roll.often(0.7) ? 'visit' : 'letter';

function reachedBy(byPhone: boolean, scene: Scene, roll: Dice): Record<string, string> {
  const { phone, name, email } = personBy(roll.next(), scene);
  if (byPhone) return roll.often(0.8) ? { name, phone } : { phone };
  const way = roll.next();
  if (way < 0.66) return { name, phone };
  if (way < 0.76) return { phone };
  return way < 0.86 ? { email } : {};
}

/** The same number always belongs to the same person. */
export function personBy(chance: number, scene: Scene) {
  const phone = scene.phone(chance);
  const name = personName(diceOf(scene.seed ^ 0x9a3e, Number(phone.slice(1))));
  return { phone, name, email: `u${phone.slice(1)}@example.com` };
}

import { caseNumber } from '@/lib/appeals/case-number';
import type { NoticeRow } from '@/lib/appeals/records';
import { rowsOf, type Table } from '@/lib/appeals/write';
import { mintResident } from '@/lib/people/actor';
import { civilDateOfDay } from '@/lib/time/civil';
import type { Dice } from '@/prisma/seed/dice';
import { nextMove, type Plan, somebody } from './course';
import { diceOf } from './ids';
import { personName } from './names';
import { placeWords, tell } from './phrases';
import { type Move, type Opening, openCase, type Player } from './player';
import { ownerOf, type Scene } from './scene';
import { monthOf } from './seasons';
import { systemMove } from './system';

/** More steps than any case takes; a course that does not end is a mistake. */
const mostSteps = 200;

/** The nth case, filed on a civil day at an instant as the `inDay`th of it: its rows, table by table. */
export function playCase(
  scene: Scene,
  nth: number,
  on: { day: number; at: number; inDay: number },
): [Table, readonly object[]][] {
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
  const player = openCase(scene, roll, opening(plan, nth, on, where));

  let from = on.at;
  let wanted: Move | null | undefined;
  for (let step = 0; step < mostSteps; step++) {
    const file = player.file();
    if (wanted === undefined) wanted = nextMove({ ...plan, file, from });
    const upTo = Math.min(wanted?.at ?? Number.POSITIVE_INFINITY, scene.until - 1);
    const first = systemMove(file, from, upTo, scene);
    const move = first ?? wanted;
    if (!move || move.at >= scene.until) return finished(player);
    from = move.at;
    player.take(move);
    // Where the system did more in between than give a card, whoever wanted to act thinks again.
    if (first?.verb !== 'card') wanted = undefined;
  }
  throw new Error(`case ${nth} does not end`);
}

function finished({ steps, beside }: Player): [Table, readonly object[]][] {
  const [filed, ...more] = steps;
  if (!filed) throw new Error('a case without its first step');
  const tables = rowsOf([filed, ...more], beside);
  return tables.map(([table, rows]) => [
    table,
    table === 'Notice' ? (rows as readonly NoticeRow[]).map(settled) : rows,
  ]);
}

/** As lib/jobs/deliver-notice.ts leaves it a moment later. */
const settled = (it: NoticeRow): NoticeRow => ({
  ...it,
  settledAt: new Date(it.createdAt.getTime() + 40),
  outcome: it.voiceId === null ? 'inApp' : 'noChannel',
});

function opening(
  plan: Plan,
  nth: number,
  { day, at, inDay }: { day: number; at: number; inDay: number },
  place: string,
): Opening {
  const { roll, topic, scene } = plan;
  const on = civilDateOfDay(day);
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
    at,
    number: caseNumber(on, (scene.counters.get(on) ?? 0) + inDay),
    filing,
    categoryId: named,
    locale: roll.often(0.995) ? 'zh' : 'en',
    actor: byPhone ? somebody(plan, 'centre', 'operator') : mintResident(),
  };
}

const channelOf = (roll: Dice): string =>
  roll.often(0.93) ? 'telephone' : roll.often(0.7) ? 'visit' : 'letter';

/** The same number always belongs to the same person. */
function reachedBy(byPhone: boolean, scene: Scene, roll: Dice): Record<string, string> {
  const phone = scene.phone(roll.next());
  const name = personName(diceOf(scene.seed ^ 0x9a3e, Number(phone.slice(1))));
  if (byPhone) return roll.often(0.8) ? { name, phone } : { phone };
  const way = roll.next();
  if (way < 0.66) return { name, phone };
  if (way < 0.76) return { phone };
  return way < 0.86 ? { email: `u${phone.slice(1)}@example.com` } : {};
}

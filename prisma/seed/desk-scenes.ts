import { settings } from '@/lib/env';
import { accept, contact, dispatch, judge, lapse, resolve, step } from './acts';
import { type Dice, dice } from './dice';
import { awake, momentOf } from './moments';
import { areas, placeIn } from './places';
import { residentOf } from './residents';
import type { Act, Scene } from './scene';
import { english } from './stories/english';
import { elsewhere, questions } from './stories/questions';

const day = 24;

const hoursBefore = (at: Date, days: readonly [number, number], roll: Dice): number =>
  (at.getTime() - momentOf(at, settings().timeZone, days, roll).getTime()) / 3_600_000;

const desk = ['sunyue', 'yeting', 'caomin', 'weixiaolong'];

/** What the desk answers or declines itself, and the few who write in English. */
export const deskScenes = (at: Date): Scene[] => [
  ...questions.map((it, nth) => answered(it, nth, at)),
  ...elsewhere.map((it, nth) => declined(it, nth, at)),
  ...english.map((it) => awake(inEnglish(it), at, settings().timeZone)),
];

function answered(
  [topic, what, answer, thanks]: (typeof questions)[number],
  nth: number,
  at: Date,
): Scene {
  const roll = dice(nth * 5 + 3);
  const area = roll.pick(areas);
  const by = roll.pick(desk);
  const past = nth % 4 !== 0;
  const end: Act[] = thanks
    ? [
        judge(
          roll.between(3, 30),
          1,
          'yes',
          'satisfied',
          roll.pick(['satisfied', 'neutral']),
          thanks,
        ),
      ]
    : [lapse(200)];
  return {
    ago: hoursBefore(at, past ? [8, 330] : [1, 5], roll),
    what,
    place: placeIn(area, 'estate', roll),
    filing: {
      ...residentOf(area.unit, roll),
      kind: 'consultation',
      channel: 'telephone',
      categoryId: topic,
    },
    by,
    acts: [step(roll.between(0.05, 0.4), by, 'answer', { answer }), ...(past ? end : [])],
  };
}

function declined(
  [kind, what, reason, route]: (typeof elsewhere)[number],
  nth: number,
  at: Date,
): Scene {
  const roll = dice(nth * 9 + 5);
  const area = roll.pick(areas);
  return {
    ago: hoursBefore(at, [2, 200], roll),
    what,
    place: placeIn(area, 'road', roll),
    filing: { ...residentOf(area.unit, roll), kind: kind === 'emergency' ? 'report' : 'complaint' },
    acts: [
      step(kind === 'emergency' ? 0.03 : roll.between(0.3, 1.8), 'chenjing', 'decline', {
        class: kind,
        reason,
        route,
      }),
    ],
  };
}

function inEnglish(it: (typeof english)[number]): Scene {
  const { unit, handler, verdict } = it;
  const acts: Act[] = [
    dispatch(0.4, unit, it.topic),
    accept(1.3, handler),
    contact(6, handler, it.said, 'visit'),
    resolve(70, handler, it.answer),
  ];
  if (verdict) {
    acts.push(
      judge(
        92,
        1,
        verdict.solved,
        verdict.solved === 'yes' ? 'satisfied' : 'neutral',
        'satisfied',
        verdict.words,
      ),
    );
  }
  if (verdict?.again) {
    acts.push(
      accept(93, handler),
      contact(98, handler, it.said, 'visit'),
      resolve(160, handler, verdict.again),
      judge(190, 2, 'yes', 'satisfied', 'neutral', ''),
    );
  }
  return {
    ago: it.ago * day,
    what: it.what,
    place: it.place,
    filing: { email: `resident.${unit}@example.com`, ...(it.wish ? { wish: it.wish } : {}) },
    locale: 'en',
    acts,
  };
}

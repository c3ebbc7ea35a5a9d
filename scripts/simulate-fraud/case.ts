import type { Dice } from '@/prisma/seed/dice';
import { minute } from './calendar';
import type { County, SimUnit } from './county';

export interface Resident {
  phone: string;
  network: string;
  device: string;
}

/** One case as it went; what is absent did not happen. Instants in milliseconds. */
export interface Course {
  text: string;
  resident: Resident;
  filedAt: number;
  assignedAt: number;
  /** Opening the number, without which nobody knows it. */
  openedAt?: number | undefined;
  contact?: { at: number; how: 'telephone' | 'visit' } | undefined;
  resolvedAt?: number | undefined;
  looks?: readonly bigint[];
  calledAgainAt?: number | undefined;
  withdrawnAt?: number | undefined;
  verdict?:
    | { at: number; solved: 'yes' | 'partly' | 'no'; network: string; device: string }
    | undefined;
  heard?: { at: number; solved: 'yes' | 'partly' | 'no' } | undefined;
}

const nothing = '0'.repeat(64);

/** Writes one case down as plain rows of the tables the application keeps. */
export function writeCase({ rows, dice }: County, unit: SimUnit, course: Course): void {
  const [appealId, voiceId, roundId] = [rows.id(), rows.id(), rows.id()];
  const { filedAt, assignedAt, resolvedAt, withdrawnAt, verdict, resident } = course;
  const end = withdrawnAt ?? verdict?.at ?? (resolvedAt ? resolvedAt + 14 * 86_400_000 : null);
  const person = dice.pick(unit.people);
  const at = (instant: number | null | undefined) => (instant ? new Date(instant) : null);
  const steps = stepsOf(course);
  rows.add('Appeal', {
    ...{ id: appealId, caseNumber: appealId.slice(-12), status: end ? 'closed' : 'accepted' },
    ...{ closedAs: withdrawnAt ? 'withdrawn' : end ? (verdict ? 'judged' : 'lapsed') : null },
    ...{ kind: 'help', urgency: 'ordinary', channel: 'web', step: 1, round: 1 },
    ...{ filedAt: at(filedAt), closedAt: at(end), lastSeq: steps.length, lastHash: nothing },
    ...{ lastAt: at(end ?? filedAt), trial: false, recused: false, namesPerson: false },
    ...{ fallbackIds: [], fallbackFor: [], eraseAsked: [] },
  });
  rows.add('Detail', {
    ...{ appealId, title: course.text.slice(0, 20), what: course.text, place: '某处' },
    ...{ words: [], keywordRule: 0 },
  });
  rows.add('Voice', {
    ...{ id: voiceId, appealId, role: 'filer', reach: 'telephone', secret: false, locale: 'zh' },
    ...{ generation: 0, joinedAt: at(filedAt) },
  });
  rows.add('Contact', { voiceId, phoneHash: resident.phone, salt: nothing.slice(0, 32) });
  rows.add('Round', {
    ...{ id: roundId, appealId, number: 1, origin: 'own', startedAt: at(filedAt) },
    ...{ resolvedAt: at(resolvedAt), outcome: resolvedAt ? 'done' : null },
    ...{ unitId: resolvedAt ? unit.id : null, unitPath: resolvedAt ? unit.path : null },
    ...{
      atDesk: false,
      invited: resolvedAt ? [voiceId] : [],
      countedAt: at(end),
      endedAt: at(end),
    },
  });
  rows.add('Assignment', {
    ...{ id: rows.id(), appealId, roundId, unitId: unit.id, unitPath: unit.path, role: 'lead' },
    ...{ fromAt: at(assignedAt), untilAt: at(end), endedAs: end ? 'closed' : null, final: false },
  });
  for (const [nth, { verb, at: instant, data }] of steps.entries()) {
    const byUnit = verb === 'contact' || verb === 'resolve';
    rows.add('Event', {
      ...{ id: rows.id(), appealId, seq: nth + 1, format: 1, verb, at: at(instant) },
      ...{ recordedAt: at(instant), actorKind: byUnit ? 'person' : 'voice' },
      ...{ personId: byUnit ? person : null, unitId: byUnit ? unit.id : null },
      ...{ voiceId: byUnit ? null : voiceId, toStatus: 'contacted', round: 1, data: data ?? {} },
      ...{ commitments: {}, assumed: false, prevHash: nothing, hash: nothing },
    });
    if (verb !== 'resolve') continue;
    for (const look of course.looks ?? []) {
      rows.add('Photo', {
        ...{ id: rows.id(), holder: `person:${person}:${appealId}`, appealId, seq: nth + 1 },
        ...{ sha256: nothing, width: 100, height: 100, bytes: 1000 },
        ...{ look: look.toString(16).padStart(16, '0'), createdAt: at(instant - 5 * minute) },
      });
    }
  }
  for (const opened of [course.openedAt, course.calledAgainAt]) {
    if (!opened) continue;
    rows.add('Reveal', {
      ...{ id: rows.id(), appealId, voiceId, personId: person, unitId: unit.id },
      ...{ reason: '联系', at: at(opened) },
    });
  }
  if (verdict) {
    const verdictId = rows.id();
    rows.add('Verdict', {
      ...{ id: verdictId, appealId, roundId, voiceId, occasion: 'closing' },
      ...{ solved: verdict.solved, goOn: false, released: false, seq: steps.length },
      ...{ result: verdict.solved === 'yes' ? 'satisfied' : 'dissatisfied', at: at(verdict.at) },
    });
    const { network, device } = verdict;
    rows.add('VerdictTrace', { verdictId, network, device, at: at(verdict.at) });
  }
  if (course.heard) {
    rows.add('Interview', {
      ...{ id: rows.id(), appealId, roundId, voiceId, reached: true, goOn: false },
      ...{ solved: course.heard.solved, seq: steps.length, at: at(course.heard.at) },
    });
  }
}

interface Step {
  verb: string;
  at: number;
  data?: object;
}

const stepsOf = (course: Course): Step[] => [
  { verb: 'file', at: course.filedAt },
  ...(course.contact
    ? [{ verb: 'contact', at: course.contact.at, data: { how: course.contact.how } }]
    : []),
  ...(course.resolvedAt ? [{ verb: 'resolve', at: course.resolvedAt }] : []),
  ...(course.verdict ? [{ verb: 'judge', at: course.verdict.at }] : []),
  ...(course.withdrawnAt ? [{ verb: 'withdraw', at: course.withdrawnAt }] : []),
];

/** Sixty-four bits of a picture nobody has taken before. */
export const newLook = (dice: Dice): bigint =>
  (BigInt(Math.floor(dice.next() * 2 ** 32)) << 32n) | BigInt(Math.floor(dice.next() * 2 ** 32));

/** Another file of the same picture, or one from the same place: up to so many bits differ. */
export function nearLook(dice: Dice, look: bigint, bits: number): bigint {
  let near = look;
  for (let nth = 0; nth < bits; nth++) near ^= 1n << BigInt(Math.floor(dice.next() * 64));
  return near;
}

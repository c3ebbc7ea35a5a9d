import { addDays, instantOf } from '@/lib/time/civil';
import {
  type CaseFile,
  openQuestion,
  parkedFrom,
  parkedUntil,
  roundOf,
  runningClock,
} from './case-file';
import type { PauseCause, PauseRow } from './records';
import type { Json, Rules } from './transition';

/** What a case waits for, and who said so until when. */
export interface Hold {
  /** Id of the question or the granted request. */
  id: string;
  cause: PauseCause;
  /** The unit that asked for it. */
  unitId: string | null;
  /** Step by which it was asked for. */
  seq: number;
  fromAt: Date;
  /** Question, test: the last civil date; park: the date on which the case comes back. */
  untilOn: string | null;
  /** The instant at which it ends by itself. */
  endsAt: Date | null;
  /** Whether the promise stands still for it. */
  stands: boolean;
}

const isOpen = ({ untilAt }: PauseRow): boolean => untilAt === null;

/** A date that is named as the last one ends with its day. */
const endOfDate = (on: string, zone: string): Date => instantOf(addDays(on, 1), '00:00', zone);

/** All that the case waits for as it stands: one way for what parks it, a question and a test. */
export function holdsOf(file: CaseFile, zone: string): Hold[] {
  const open = file.pauses.filter(isOpen);
  const question = openQuestion(file);
  const asked: Hold[] = question
    ? [
        {
          id: question.id,
          cause: 'question',
          unitId: question.unitId,
          seq: question.seq,
          fromAt: question.at,
          untilOn: question.untilOn,
          endsAt: endOfDate(question.untilOn, zone),
          stands: open.some((it) => it.questionId === question.id),
        },
      ]
    : [];
  const granted = open.flatMap((pause): Hold[] => {
    if (pause.cause === 'question') return [];
    const request = file.requests.find((it) =>
      pause.requestId
        ? it.id === pause.requestId
        : it.kind === 'park' &&
          it.outcome === 'granted' &&
          it.endedAt?.getTime() === pause.fromAt.getTime(),
    );
    const parked = pause.cause === 'park';
    const untilOn = parked ? parkedUntil(file) : (request?.untilOn ?? null);
    return [
      {
        id: request?.id ?? pause.id,
        cause: pause.cause,
        unitId: request?.unitId ?? null,
        seq: request?.seq ?? 0,
        fromAt: pause.fromAt,
        untilOn,
        endsAt: parked ? parkedFrom(file, zone) : untilOn ? endOfDate(untilOn, zone) : null,
        stands: true,
      },
    ];
  });
  return [...asked, ...granted];
}

/** Those that a unit or their date ends with the verb `endHold`; what parks a case ends with `resume`. */
export const waitsOf = (file: CaseFile, zone: string): Hold[] =>
  holdsOf(file, zone).filter((it) => it.cause !== 'park');

/**
 * Whether a question put now lets the promise stand still. Only so often a round as the rule set says, and
 * only while the promise has not passed: asking late must gain nothing. What is promised within hours is
 * urgent and waits for nobody.
 */
export function questionHolds(
  file: CaseFile,
  at: Date,
  { questionTimes }: Rules['settings'],
): boolean {
  const promise = runningClock(file, 'promise');
  if (!promise || promise.unit === 'hours' || (promise.dueAt && promise.dueAt <= at)) return false;
  const round = roundOf(file).id;
  const asked = file.questions.filter(
    (it) => it.roundId === round && file.pauses.some((pause) => pause.questionId === it.id),
  );
  return asked.length < questionTimes.amount;
}

/** How each question or test that a step ended came to its end; nothing where it ended none. */
export function holdsEnded(before: CaseFile, after: CaseFile, at: Date): { [key: string]: Json } {
  const moved = before.appeal.status !== after.appeal.status;
  const questions = after.questions.flatMap(({ id, endedAs, endedAt }) =>
    endedAs && endedAt && before.questions.some((it) => it.id === id && !it.endedAs)
      ? [{ cause: 'question', as: endedAs, at: endedAt.toISOString() }]
      : [],
  );
  const tests = after.pauses.flatMap(({ id, cause, untilAt }) =>
    cause === 'test' && untilAt && before.pauses.some((it) => it.id === id && isOpen(it))
      ? [
          {
            cause,
            as: untilAt < at ? 'passed' : moved ? 'void' : 'ended',
            at: untilAt.toISOString(),
          },
        ]
      : [],
  );
  const ended = [...questions, ...tests];
  return ended.length > 0 ? { holdsEnded: ended } : {};
}

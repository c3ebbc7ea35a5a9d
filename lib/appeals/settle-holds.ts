import { type CaseFile, leadOf, roundOf, runningClock } from './case-file';
import { type Hold, waitsOf } from './holds';
import type { PauseRow, QuestionRow } from './records';
import type { Context, Follow } from './transition';

/**
 * Questions and the pauses of the promise, begun and ended. A question or a test ends when its date has
 * passed, whoever comes first afterwards: a sweep that comes late gives nobody time. Leaving `contacted`,
 * or the unit that asked, ends both; leaving `parked` ends what parked it.
 */
export function settleHolds(
  before: CaseFile,
  file: CaseFile,
  follow: Follow,
  context: Context,
  seq: number,
): CaseFile {
  const none = file.questions.length === 0 && file.pauses.length === 0;
  if (none && !follow.question && !follow.holdForTest && file.appeal.status !== 'parked')
    return file;
  const waits = waitsOf(before, context.rules.calendar.zone);
  const ended = { ...file, ...endings(before, file, follow, waits, context, seq) };
  return begun(before, ended, follow, context, seq);
}

const hasPassed = ({ endsAt }: Hold, at: Date): boolean => endsAt !== null && endsAt <= at;

function endings(
  before: CaseFile,
  file: CaseFile,
  follow: Follow,
  waits: readonly Hold[],
  { at }: Context,
  seq: number,
): Pick<CaseFile, 'questions' | 'pauses'> {
  const leaves =
    file.appeal.status !== 'contacted' ||
    before.appeal.round !== file.appeal.round ||
    leadOf(before)?.id !== leadOf(file)?.id;
  const namedOf = (hold: Hold) => hold.id === follow.endQuestion?.id || hold.id === follow.endTest;
  const over = waits.filter((hold) => leaves || hasPassed(hold, at) || namedOf(hold));

  const questions = file.questions.map((it): QuestionRow => {
    const hold = it.endedAt ? undefined : over.find(({ id }) => id === it.id);
    if (!hold) return it;
    const passed = hasPassed(hold, at) ? 'passed' : 'void';
    const endedAs = follow.endQuestion?.id === it.id ? follow.endQuestion.as : passed;
    const endedAt = endedAs === 'passed' ? (hold.endsAt ?? at) : at;
    return { ...it, endedAt, endedAs, endedSeq: seq };
  });

  const unparks = before.appeal.status === 'parked' && file.appeal.status !== 'parked';
  const pauses = file.pauses.map((it): PauseRow => {
    if (it.untilAt) return it;
    if (it.cause === 'park') return unparks ? { ...it, untilAt: follow.resumedAt ?? at } : it;
    const hold = over.find(({ id }) => id === (it.questionId ?? it.requestId));
    if (!hold) return it;
    return { ...it, untilAt: hasPassed(hold, at) ? hold.endsAt : at };
  });
  return { questions, pauses };
}

/** The promise that a case given back as it stood takes up again: it may have been parked. */
const revived = (file: CaseFile, { unstop }: Follow) =>
  unstop?.includes('promise')
    ? file.clocks.find((it) => it.kind === 'promise' && it.roundId === roundOf(file).id)
    : undefined;

function begun(
  before: CaseFile,
  file: CaseFile,
  follow: Follow,
  { at, newId }: Context,
  seq: number,
): CaseFile {
  const parks = before.appeal.status !== 'parked' && file.appeal.status === 'parked';
  const promise = runningClock(file, 'promise') ?? revived(file, follow);
  const stands = (cause: PauseRow['cause'], why: Partial<PauseRow>): PauseRow[] =>
    promise
      ? [
          {
            id: newId(),
            clockId: promise.id,
            cause,
            fromAt: at,
            untilAt: null,
            questionId: null,
            requestId: null,
            ...why,
          },
        ]
      : [];
  const { question, holdForTest, endRequest } = follow;
  const asked: QuestionRow[] = question
    ? [
        {
          id: newId(),
          appealId: file.appeal.id,
          roundId: roundOf(file).id,
          unitId: question.unitId,
          unitPath: question.unitPath,
          seq,
          at,
          untilOn: question.untilOn,
          endedAt: null,
          endedAs: null,
          endedSeq: null,
        },
      ]
    : [];
  return {
    ...file,
    questions: [...file.questions, ...asked],
    pauses: [
      ...file.pauses,
      ...(question?.holds ? asked.flatMap(({ id }) => stands('question', { questionId: id })) : []),
      ...(holdForTest ? stands('test', { requestId: holdForTest }) : []),
      ...(parks ? stands('park', { requestId: endRequest?.id ?? null }) : []),
    ],
  };
}

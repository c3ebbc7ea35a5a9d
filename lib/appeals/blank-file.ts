import type { z } from 'zod';
import type { Actor } from '@/lib/people/actor';
import type { CaseFile, Merged } from './case-file';
import { genesis } from './event';
import type { Channel, Origin, Reach, RoundRow } from './records';
import type { Context } from './transition';
import type { file } from './transitions/file';

export type FilingInput = z.output<typeof file.input>;

interface Blank {
  input: FilingInput;
  locale?: string | undefined;
  sourceNumber?: string | undefined;
  trial?: boolean | undefined;
  /** The case number given to it. */
  number: string;
}

/** An appeal nothing is joined to. */
export const notMerged: Merged = { merges: [], voices: [], promises: [], numbers: {} };

/** A round in which nothing has happened. */
export const newRound = (
  it: Pick<RoundRow, 'id' | 'appealId' | 'number' | 'origin' | 'startedAt'>,
): RoundRow => ({
  ...it,
  resolvedAt: null,
  outcome: null,
  unitId: null,
  unitPath: null,
  atDesk: false,
  invited: [],
  countedAt: null,
  endedAt: null,
});

/** The appeal as it is before its first event. */
export function blankFile(
  { input, locale, sourceNumber, trial = false, number }: Blank,
  actor: Actor,
  context: Context,
): CaseFile {
  const { at, newId } = context;
  const id = newId();
  const imported = actor.kind === 'import';
  // A grid worker is staff, whichever page they write on.
  const byStaff = actor.kind === 'person' || input.helper === 'gridWorker';
  const origin: Origin = imported ? 'imported' : byStaff ? 'forCaller' : 'own';
  const channel: Channel = imported
    ? 'imported'
    : actor.kind === 'person'
      ? (input.channel ?? 'telephone')
      : 'web';
  return {
    appeal: {
      id,
      caseNumber: number,
      status: 'filed',
      closedAs: null,
      kind: input.kind ?? 'help',
      urgency: 'ordinary',
      categoryId: input.categoryId ?? null,
      channel,
      step: 1,
      round: 1,
      filedAt: at,
      closedAt: null,
      reopenUntil: null,
      lastSeq: 0,
      lastHash: genesis,
      lastAt: at,
      importId: imported ? actor.importId : null,
      sourceNumber: sourceNumber ?? null,
      trial,
      recused: false,
      namesPerson: false,
      fallbackIds: [],
      fallbackFor: [],
      contactsErasedAt: null,
      wordsErasedAt: null,
      eraseAsked: [],
    },
    voices: [
      {
        id: newId(),
        appealId: id,
        role: 'filer',
        reach: imported ? 'none' : reachOf(input),
        secret: input.secret,
        locale: locale ?? 'zh',
        generation: 1,
        joinedAt: at,
        leftAt: null,
      },
    ],
    merged: notMerged,
    people: {},
    rounds: [newRound({ id: newId(), appealId: id, number: 1, origin, startedAt: at })],
    assignments: [],
    clocks: [],
    pauses: [],
    extensions: [],
    requests: [],
    questions: [],
    causes: [],
    calls: [],
    supervisions: [],
    recusals: [],
    recusedDeputies: [],
    showings: [],
    askings: [],
    checks: [],
    verdicts: [],
    pressures: [],
    interviews: [],
    steps: [],
    closedUnitIds: [],
    streetUnitIds: [],
    dispatcherIds: [],
    importRunning: imported,
  };
}

/** How the person can be asked later: by the private link at least, on the screen or on the slip. */
function reachOf(input: FilingInput): Reach {
  if (input.phone) return 'telephone';
  if (input.email) return 'email';
  return 'link';
}

import { type CaseFile, runningClock } from '@/lib/appeals/case-file';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { AppealRow } from './appeal-row';
import { assumedAt } from './assumed-times';

/** A step to play, and when it happened. */
export interface PlayedStep {
  verb: Verb;
  input: Record<string, string>;
  at: Date;
  /** The source does not tell it. */
  assumed: boolean;
}

export interface Play {
  row: AppealRow;
  unitId: string;
  /** What is written where the source has no word of a contact. */
  said: string;
  /** Nothing is played later than this. */
  now: Date;
}

/**
 * The next step of an imported appeal, from where it stands: a case left half-played goes on by the
 * same rule. Null where there is nothing left to play: no reply yet, or time to answer still running.
 */
export function nextStep(file: CaseFile, { row, unitId, said, now }: Play): PlayedStep | null {
  const { reply } = row;
  if (!reply || file.appeal.round !== 1) return null;
  const assumed = (verb: 'dispatch' | 'accept' | 'contact', input: Record<string, string>) => ({
    verb,
    input,
    at: assumedAt(verb, row.filedAt, reply.at),
    assumed: true,
  });

  switch (file.appeal.status) {
    case 'filed':
      return assumed('dispatch', { unitId });
    case 'dispatched':
      return assumed('accept', {});
    case 'accepted':
      return assumed('contact', { how: 'message', said });
    case 'contacted':
      return {
        verb: 'resolve',
        input: { outcome: 'done', answer: reply.answer },
        at: reply.at,
        assumed: false,
      };
    case 'resolved': {
      const due = runningClock(file, 'rate')?.dueAt;
      return due && due <= now ? { verb: 'lapse', input: {}, at: due, assumed: true } : null;
    }
    case 'closed':
    case 'parked':
      return null;
  }
}

import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import { nextRound } from '../rating';
import { refuse } from '../refusals';
import { transition } from '../transition';

const byVoice = ['judged', 'heard', 'lapsed', 'withdrawn'];

/** It came back, or was never right: the next round. Merged appeals are unmerged, never reopened. */
export const reopen = transition({
  input: z.object({ reason: paragraph(2000) }),
  unless(file, actor, at) {
    const { closedAs, reopenUntil } = file.appeal;
    if (closedAs === 'merged') return refuse('cannotReopen');
    if (actor.kind !== 'voice') return null;
    if (!closedAs || !byVoice.includes(closedAs)) return refuse('cannotReopen');
    return reopenUntil && at <= reopenUntil ? null : refuse('tooLateToReopen');
  },
  follows: (file, input) => ({ ...nextRound(file), words: { reason: input.reason } }),
});

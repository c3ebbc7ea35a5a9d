import { z } from 'zod';
import { roundOf, runningClock } from '../case-file';
import { afterAnswer } from '../rating';
import { refuse } from '../refusals';
import { transition } from '../transition';

/** The time for answering is over. Whoever kept silent stays unrated, never satisfied. */
export const lapse = transition({
  input: z.object({}),
  unless(file, _actor, at) {
    const due = runningClock(file, 'rate')?.dueAt;
    return due && due <= at ? null : refuse('notYet');
  },
  follows: (file, _input, _actor, context) =>
    afterAnswer(file, roundOf(file), { timeIsUp: true }, context.at),
});

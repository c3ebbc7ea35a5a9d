import { z } from 'zod';
import type { CaseFile } from '../case-file';
import { isOwed } from '../clocks';
import { refuse } from '../refusals';
import { transition } from '../transition';

const overdue = (file: CaseFile, at: Date) =>
  file.clocks.filter(
    (it) =>
      isOwed(it.kind) &&
      it.stoppedAt === null &&
      it.outcome === null &&
      it.dueAt !== null &&
      it.dueAt < at,
  );

/**
 * At an import's end what is overdue by then is marked late and loses its card times, for a card warns of
 * what can still be done in time. Judged by the day it is recorded: the step itself stands at the time of
 * the last true one, so that a reply found later keeps its own.
 */
export const stamp = transition({
  input: z.object({}),
  objection: (file, _input, _actor, context) =>
    overdue(file, context.recordedAt).length > 0 ? null : refuse('notYet'),
  follows: (file, _input, _actor, context) => {
    const late = overdue(file, context.recordedAt);
    return { stamps: late.map((it) => it.id), data: { late: late.map((it) => it.kind) } };
  },
});

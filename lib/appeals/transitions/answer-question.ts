import { z } from 'zod';
import { key, paragraph } from '@/lib/fields';
import { openQuestion } from '../case-file';
import { refuse } from '../refusals';
import { transition } from '../transition';

/** A resident answers what the unit asked, or the hotline takes the answer down; the promise runs on. */
export const answerQuestion = transition({
  input: z.object({ questionId: key(), words: paragraph(2000) }),
  unless: (file) => (openQuestion(file) ? null : refuse('noQuestion')),
  // Of two questions asked one after another, the answer to the first is none to the second.
  objection: (file, input) =>
    openQuestion(file)?.id === input.questionId ? null : refuse('noQuestion'),
  follows(file, input) {
    const question = openQuestion(file);
    if (!question) throw new Error('answered what nobody asked');
    return {
      endQuestion: { id: question.id, as: 'answered' },
      data: { questionSeq: question.seq },
      words: { words: input.words },
    };
  },
});

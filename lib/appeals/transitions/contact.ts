import { z } from 'zod';
import { choice, paragraph } from '@/lib/fields';
import { openQuestion } from '../case-file';
import { refuseField } from '../refusals';
import { transition } from '../transition';
import { contactWays } from '../words';

/**
 * The unit spoke with the resident before acting (先行联系). A message on the follow page counts only
 * where no other way is open: a voice with a link alone, or one whose identity is kept secret.
 */
export const contact = transition({
  input: z.object({ how: choice(contactWays), said: paragraph(2000) }),
  objection(file, input) {
    const filer = file.voices.find((it) => it.role === 'filer' && it.leftAt === null);
    const relayed = !filer || filer.secret || filer.reach === 'link' || filer.reach === 'none';
    return input.how === 'message' && !relayed ? refuseField('how', 'relayedOnly') : null;
  },
  follows(file, input) {
    // Whoever has been reached need not be waited for; a message left has reached nobody yet.
    const question = input.how === 'message' ? undefined : openQuestion(file);
    return {
      to: 'contacted',
      ...(question ? { endQuestion: { id: question.id, as: 'reached' } } : {}),
      data: { how: input.how },
      words: { said: input.said },
    };
  },
});

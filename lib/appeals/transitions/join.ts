import { z } from 'zod';
import { choice, email, line, optional, paragraph, phone, tick } from '@/lib/fields';
import { presentVoices } from '../case-file';
import { voicesOf } from '../merged';
import { refuse, refuseField } from '../refusals';
import { transition } from '../transition';
import { joinWays } from '../words';

/**
 * Another resident has the same trouble (同感) and becomes a Voice of their own: asked, told and heard
 * like the filer. A telephone or address joins once, whether it came with this case or one merged in.
 */
export const join = transition({
  input: z.object({
    way: choice(joinWays),
    name: optional(line(40)),
    phone: optional(phone()),
    email: optional(email()),
    secret: tick(),
    words: optional(paragraph(5000)),
    locale: optional(line(35)),
  }),
  objection(file, input, _actor, context) {
    if (input.way === 'telephone' && !input.phone) return refuseField('phone', 'required');
    if (input.way === 'email' && !input.email) return refuseField('email', 'required');
    const person = context.personKey(given(input));
    const known = person !== null && voicesOf(file).some((it) => file.people[it.id] === person);
    return known ? refuse('alreadyJoined') : null;
  },
  follows(file, input, _actor, context) {
    const id = context.newId();
    const sealed = context.seal(id, given(input));
    return {
      joins: {
        voice: {
          id,
          appealId: file.appeal.id,
          // Where all who were there have left, the case is theirs who come.
          role: presentVoices(file).length > 0 ? 'joined' : 'filer',
          reach: input.way,
          secret: input.secret === true,
          locale: input.locale ?? 'zh',
          generation: 1,
          joinedAt: context.at,
          leftAt: null,
        },
        contact: sealed.row,
        person: context.personKey(given(input)),
      },
      data: { joinedVoiceId: id, contact: sealed.commitments },
      words: { words: input.words },
    };
  },
});

/** Only what the way chosen needs is kept: a telephone typed beside the link is nobody's to have. */
const given = (it: {
  way: string;
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}) => ({
  name: it.name,
  ...(it.way === 'telephone' ? { phone: it.phone } : {}),
  ...(it.way === 'email' ? { email: it.email } : {}),
});

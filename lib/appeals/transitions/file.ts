import { z } from 'zod';
import { choice, email, key, line, optional, paragraph, phone, tick } from '@/lib/fields';
import { transition } from '../transition';
import { appealKinds, channels } from '../words';

/**
 * Who, when, where, cause, course: the five elements of an accepted appeal (受理五要素). Only what happened
 * and where are asked of everybody; a name is never required (a private link serves the anonymous).
 */
export const file = transition({
  input: z.object({
    what: paragraph(5000),
    place: line(200),
    title: optional(line(60)),
    since: optional(line(100)),
    wish: optional(paragraph(1000)),
    kind: optional(choice(appealKinds)),
    categoryId: optional(key()),
    channel: optional(choice(channels)),
    name: optional(line(40)),
    phone: optional(phone()),
    email: optional(email()),
    secret: tick(),
  }),
  names: (input) => ({ categoryId: input.categoryId ?? null }),
  follows(_file, input) {
    return {
      data: { kind: input.kind ?? 'help', categoryId: input.categoryId ?? null },
      words: {
        what: input.what,
        place: input.place,
        since: input.since,
        wish: input.wish,
      },
    };
  },
});

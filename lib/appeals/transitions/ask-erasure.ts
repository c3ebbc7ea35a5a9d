import { z } from 'zod';
import { nothingKept } from '../erasure';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * A resident asks that nobody can reach them any more (Personal Information Protection Law 2021, Art. 47). While
 * somebody works on the case it waits, for it cannot be handled without them; once it is closed it is done at once.
 */
export const askErasure = transition({
  input: z.object({ sure: z.literal('yes', 'required') }),
  unless: (file, actor) =>
    actor.kind === 'voice' && file.appeal.eraseAsked.includes(actor.voiceId)
      ? refuse('erasureAsked')
      : null,
  counts: true,
  follows(file, _input, actor, { kept }) {
    if (actor.kind !== 'voice') throw new Error('only a Voice asks to be forgotten');
    const now = file.appeal.status === 'closed' && !(kept ?? nothingKept).leadOpen;
    const { voiceId } = actor;
    return now
      ? { erases: { what: 'asked', voiceIds: [voiceId] }, data: { now: true } }
      : { asksErasure: voiceId, data: { now: false } };
  },
});

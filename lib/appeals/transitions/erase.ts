import { z } from 'zod';
import { choice } from '@/lib/fields';
import { presentVoices } from '../case-file';
import { erasableFrom, erasables, nothingKept } from '../erasure';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * What is known of people does not outlive its purpose (Personal Information Protection Law 2021, Art. 19 and 47):
 * first nobody of the case can be named or reached any more, later every word of it goes. What happened, when, by
 * which unit and how it was judged stays. The event says what went and how much of it, and none of it.
 */
export const erase = transition({
  input: z.object({ what: choice(erasables) }),
  counts: true,
  objection(file, { what }, _actor, { kept, rules, at }) {
    const { appeal } = file;
    const held = kept ?? nothingKept;
    if (what === 'asked') {
      if (appeal.eraseAsked.length === 0) return refuse('nothingNew');
      return held.leadOpen ? refuse('notYet') : null;
    }
    const from = erasableFrom(file, what, held, rules, at);
    if (!from || from > at) return refuse('notYet');
    if (what === 'words') {
      return appeal.wordsErasedAt && held.texts === 0 ? refuse('nothingNew') : null;
    }
    const reachable = file.voices.some((it) => it.reach !== 'none');
    return reachable || held.contacts + held.devices > 0 ? null : refuse('nothingNew');
  },
  follows(file, { what }, _actor, { kept }) {
    const { contacts, devices, texts, photos } = kept ?? nothingKept;
    const asked = file.appeal.eraseAsked;
    if (what === 'asked') {
      return { erases: { what, voiceIds: asked }, data: { what, voices: asked.length } };
    }
    return {
      erases: { what, voiceIds: file.voices.map((it) => it.id) },
      data: {
        ...{ what, voices: presentVoices(file).length, contacts, devices },
        ...(what === 'words' ? { texts, photos } : {}),
      },
    };
  },
});

import { z } from 'zod';
import { transition } from '../transition';

/** Whoever joined leaves again (退出); the case goes on for the others. The filer withdraws instead. */
export const leave = transition({
  input: z.object({}),
  follows(_file, _input, actor) {
    if (actor.kind !== 'voice') throw new Error('only a voice leaves');
    return { leaves: actor.voiceId, data: { leftVoiceId: actor.voiceId } };
  },
});

import { z } from 'zod';
import { paragraph } from '@/lib/fields';
import { transition } from '../transition';

/** Words passed on between resident and unit; neither sees the other's number. */
export const message = transition({
  input: z.object({ words: paragraph(2000) }),
  follows: (_file, input, actor) => ({
    message: {
      voiceId: actor.kind === 'voice' ? actor.voiceId : null,
      unitId: actor.kind === 'person' ? actor.unitId : null,
    },
    words: { words: input.words },
  }),
});

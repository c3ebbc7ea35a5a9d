import { z } from 'zod';
import { mostAsked, roundForNeighbours } from '../neighbours';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * Two weeks after closing, people of the same place who agreed to it are asked whether it holds (邻里回看). They read
 * its kind and the place, nobody's words. It moves nothing.
 */
export const askNeighbours = transition({
  input: z.object({ voiceIds: z.array(z.uuid()).min(1).max(mostAsked) }),
  unless: (file, _actor, at) =>
    roundForNeighbours(file, at) ? null : refuse('nothingToLookBackOn'),
  objection(file, { voiceIds }) {
    const own = file.voices.some((it) => voiceIds.includes(it.id));
    return own ? refuse('notYours') : null;
  },
  follows: (_file, { voiceIds }) => ({ asks: voiceIds, data: { askedVoiceIds: voiceIds } }),
});

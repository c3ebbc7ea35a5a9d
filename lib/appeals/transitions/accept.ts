import { z } from 'zod';
import { transition } from '../transition';

/** The unit signs for it; whoever signs has it, until somebody else is named. */
export const accept = transition({
  input: z.object({}),
  follows: (_file, _input, actor) => ({
    to: 'accepted',
    ...(actor.kind === 'person' ? { personId: actor.personId } : {}),
  }),
});

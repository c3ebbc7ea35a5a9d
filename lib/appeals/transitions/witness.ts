import { z } from 'zod';
import { choice } from '@/lib/fields';
import { askingOf } from '../neighbours';
import { refuse } from '../refusals';
import { transition } from '../transition';

/** A neighbour who was asked says whether it holds (邻里佐证): for supervisors to read, and no verdict. */
export const witness = transition({
  input: z.object({ holds: choice(['yes', 'no', 'unsure']) }),
  unless(file, actor, at) {
    if (actor.kind !== 'voice') return null;
    return askingOf(file, actor.voiceId, at) ? null : refuse('nothingToLookBackOn');
  },
  follows(file, { holds }, actor, { at }) {
    const asking = actor.kind === 'voice' ? askingOf(file, actor.voiceId, at) : undefined;
    if (!asking) throw new Error('a witness was asked');
    return { saysNeighbour: { id: asking.id, holds }, data: { holds } };
  },
});

import { z } from 'zod';
import { choice, optional, paragraph } from '@/lib/fields';
import { voicesOf } from '../merged';
import { transition } from '../transition';

/**
 * The filer takes it back. Where others joined or were merged in only the filer leaves, and the appeal goes
 * on for them.
 */
export const withdraw = transition({
  input: z.object({
    reason: optional(paragraph(1000)),
    pressed: choice(['no', 'yes']),
  }),
  follows(file, input, actor) {
    if (actor.kind !== 'voice') throw new Error('only a voice withdraws');
    const round = file.rounds.find((it) => it.number === file.appeal.round);
    const alone = voicesOf(file).length === 1;
    return {
      ...(alone
        ? { to: 'closed' as const, closedAs: 'withdrawn' as const }
        : { leaves: actor.voiceId }),
      ...(round
        ? {
            pressure: {
              roundId: round.id,
              voiceId: actor.voiceId,
              pressed: input.pressed === 'yes',
            },
          }
        : {}),
      words: { reason: input.reason },
    };
  },
});

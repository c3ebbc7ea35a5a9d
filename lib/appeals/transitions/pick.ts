import { z } from 'zod';
import { key } from '@/lib/fields';
import { refuse } from '../refusals';
import { openCheck, stillStands } from '../spot-check';
import { transition } from '../transition';

/**
 * A case is drawn for a spot check (抽查), by the formula of lib/spot-checks/sample.ts: nobody chose it. It moves
 * nothing, and whoever is checked does not read of it.
 */
export const pick = transition({
  input: z.object({ drawId: key(), roundId: key() }),
  unless: (file) => (openCheck(file) ? refuse('nothingToCheck') : null),
  objection(file, { roundId }) {
    const round = file.rounds.find((it) => it.id === roundId);
    const again = file.checks.some((it) => it.roundId === roundId);
    const fits = round && round.outcome !== 'cannot' && stillStands(file, roundId);
    return fits && !again ? null : refuse('nothingToCheck');
  },
  follows(file, { drawId, roundId }) {
    const round = file.rounds.find((it) => it.id === roundId);
    return { picks: { drawId, roundId }, data: { judged: round?.number ?? null, drawId } };
  },
});

import { perform, performWith } from '@/lib/appeals/perform';
import { conflictingPairs } from './conflicting-pairs';
import type { Fault } from './frame';
import { leaveDatabase, ownCast } from './own-cast';

const few = 100;

/** Two people move one case from the same step at one moment. */
export const conflicts: Fault = {
  of: 'pairs',
  usual: 10_000,
  portion: 500,
  async start() {
    const { cast, ownerUrl } = await ownCast();
    const without = (lock: boolean, step: boolean) => () =>
      conflictingPairs(cast, performWith({ lock, step }), few);
    return {
      ownerUrl,
      run: (count) => conflictingPairs(cast, perform, count),
      controls: {
        'the step a form was opened at not asked for': without(true, false),
        'the row not locked': without(false, true),
      },
      close: leaveDatabase,
    };
  },
};

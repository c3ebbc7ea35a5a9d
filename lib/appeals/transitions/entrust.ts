import { z } from 'zod';
import { entrustedOf } from '../entrusting';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * Who is left to take an appeal was settled when somebody was barred from it; people come and go since.
 * The system looks again and gives it to the fallbacks, or back to the offices.
 */
export const entrust = transition({
  input: z.object({}),
  objection(file, _input, _actor, { rules }) {
    const { fallbackIds, fallbackFor } = entrustedOf(file, rules);
    const same = (one: readonly string[], other: readonly string[]) =>
      one.toSorted().join() === other.toSorted().join();
    const { appeal } = file;
    return same(fallbackIds, appeal.fallbackIds) && same(fallbackFor, appeal.fallbackFor)
      ? refuse('nothingNew')
      : null;
  },
  follows: () => ({}),
});

import { z } from 'zod';
import { isRoundTheClock } from '@/lib/sla/limit';
import { recounted } from '../clock-history';
import type { ClockRow } from '../records';
import { refuse } from '../refusals';
import { transition } from '../transition';

/**
 * A new notice of holidays changes what a working day is: running clocks are counted again under it. A
 * date once told never moves earlier (though off a day that has become a rest day); people are told. Clocks in
 * hours and minutes know no calendar.
 */
export const repromise = transition({
  input: z.object({}),
  objection: (file, _input, _actor, { rules }) =>
    file.clocks.some(
      (it) =>
        it.stoppedAt === null &&
        !isRoundTheClock(it.unit) &&
        it.calendarVersion < rules.calendar.version,
    )
      ? null
      : refuse('nothingNew'),
  follows(file, _input, _actor, context) {
    const moved = file.clocks.flatMap((clock: ClockRow) => {
      const to = recounted(clock, file, context).dueAt;
      const same = to?.getTime() === clock.dueAt?.getTime();
      return same || !to || !clock.dueAt
        ? []
        : [{ kind: clock.kind, from: clock.dueAt.toISOString(), to: to.toISOString() }];
    });
    return { recount: true, data: { calendarVersion: context.rules.calendar.version, moved } };
  },
});

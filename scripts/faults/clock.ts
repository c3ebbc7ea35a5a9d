import type { Fault } from './frame';
import { leaveDatabase, ownCast, personOf } from './own-cast';
import { wrongClocks } from './wrong-clocks';

/** Machines whose clocks are ten days fast or slow: nothing expired comes back, nothing is promised by their time. */
export const clock: Fault = {
  of: 'processes with a wrong clock',
  usual: 20,
  portion: 4,
  async start() {
    const { cast, ownerUrl } = await ownCast();
    const { personId } = personOf(cast, 'sunyue');
    return {
      ownerUrl,
      run: (count) => wrongClocks(ownerUrl, personId, count),
      controls: {
        'goes by its own clock': () => wrongClocks(ownerUrl, personId, 2, false),
      },
      close: leaveDatabase,
    };
  },
};

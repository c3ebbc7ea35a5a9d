import { cutOffSendings } from './cut-off-sendings';
import type { Fault } from './frame';
import { leaveDatabase, ownCast } from './own-cast';

const few = 16;

/** Whoever sends notices is killed after the gateway took them and before they are marked. */
export const workerKills: Fault = {
  of: 'sendings cut off',
  usual: 1_000,
  portion: 80,
  async start() {
    const { ownerUrl } = await ownCast();
    return {
      ownerUrl,
      run: (count) => cutOffSendings(ownerUrl, count),
      controls: {
        'a gateway that does not honour the key': () =>
          cutOffSendings(ownerUrl, few, { keyed: false }),
        'marked as sent before it is sent': () =>
          cutOffSendings(ownerUrl, few, { markedFirst: true }),
      },
      close: leaveDatabase,
    };
  },
};

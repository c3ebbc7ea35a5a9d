import type { Fault } from '@/scripts/faults/frame';
import type { Outcome } from '@/scripts/faults/outcome';
import { say } from '@/scripts/launcher/say';
import { type Fuzzed, fuzz as fuzzed } from '@/tests/support/attack/fuzz';
import { failing, writing } from '@/tests/support/attack/worse';
import type { Calling } from '@/tests/support/matrix/calls';
import { ownWorld } from './own-world';

const some = 20;

function outcomeOf({ done, broken, changed, told, refused }: Fuzzed): Outcome {
  for (const it of [...broken, ...changed, ...told].slice(0, some)) say(`    ${it}`);
  return {
    done,
    wrong: {
      'answered 500 and more': broken.length,
      'changed a row though refused': changed.length,
      'told what they may not': told.length,
    },
    seen: { refused },
    longestMs: {},
  };
}

/** Every case can be made again by this number and how many came before it. */
const seed = 20_261_129;

/** Hostile requests to every action, handler and page, by everybody. */
export const fuzz: Fault = {
  of: 'hostile requests',
  usual: 20_000,
  portion: 500,
  async start() {
    const { ownerUrl, calling, close } = await ownWorld({ HUIYIN_TRUSTED_PROXIES: '127.0.0.1' });
    const worsened = (worse: Calling) => async () => outcomeOf(await fuzzed(worse, 90, seed));
    return {
      ownerUrl,
      run: async (count, from) => outcomeOf(await fuzzed(calling, count, seed, from)),
      controls: {
        'markup breaks it': worsened(failing(calling)),
        'refused, and written all the same': worsened(writing(calling)),
      },
      close,
    };
  },
};

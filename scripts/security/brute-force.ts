import type { Fault } from '@/scripts/faults/frame';
import type { Outcome } from '@/scripts/faults/outcome';
import { say } from '@/scripts/launcher/say';
import { type Forced, force, mostEvaluated, ownDevices } from '@/tests/support/attack/passwords';
import { emptyCounters } from '@/tests/support/attack/timings';
import { forgetful, shutting, withoutDevices } from '@/tests/support/attack/worse';
import type { Calling } from '@/tests/support/matrix/calls';
import { ownWorld } from './own-world';

const hour = 3_600_000;

/** Counts over portions: of a login so many are looked at in each hour that has begun. */
function tally() {
  const began = Date.now();
  const evaluated = new Map<string, number>();
  let beyond = 0;
  return (forced: Forced): Outcome => {
    const { done, letIn, broken, owners, ownersRefused } = forced;
    for (const it of [...letIn, ...broken, ...ownersRefused].slice(0, 5)) say(`    ${it}`);
    for (const [login, count] of forced.evaluated) {
      evaluated.set(login, (evaluated.get(login) ?? 0) + count);
    }
    const may = mostEvaluated * Math.ceil((Date.now() - began) / hour);
    const now = [...evaluated.values()].reduce((sum, it) => sum + Math.max(0, it - may), 0);
    const more = Math.max(0, now - beyond);
    beyond += more;
    return {
      done,
      wrong: {
        'let in': letIn.length,
        'answered 500 and more': broken.length,
        'looked at beyond ten an hour and login': more,
        'owners kept out': ownersRefused.length,
      },
      seen: {
        'looked at': [...forced.evaluated.values()].reduce((sum, it) => sum + it, 0),
        'owners let in': owners - ownersRefused.length,
      },
      longestMs: {},
    };
  };
}

/** Passwords tried at five logins from ever new places, while their owners go on signing in. */
export const bruteForce: Fault = {
  of: 'passwords tried',
  usual: 10_000,
  portion: 500,
  async start() {
    const { ownerUrl, calling, close } = await ownWorld({ HUIYIN_TRUSTED_PROXIES: '127.0.0.1' });
    const marks = await ownDevices(calling);
    await emptyCounters();
    const count = tally();
    const forced = (worse: Calling, times: number) => async () => {
      await emptyCounters();
      return tally()(await force(worse, times, 0, marks));
    };
    return {
      ownerUrl,
      run: async (times, from) => count(await force(calling, times, from, marks)),
      controls: {
        'who has tried is forgotten': forced(forgetful(calling), 120),
        'no browser is known': forced(withoutDevices(calling), 301),
        'shut for everybody': forced(shutting(150)(calling), 301),
      },
      close,
    };
  },
};

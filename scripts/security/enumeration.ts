import { db } from '@/lib/db/client';
import type { Fault } from '@/scripts/faults/frame';
import { nothing, type Outcome, plus } from '@/scripts/faults/outcome';
import { say } from '@/scripts/launcher/say';
import { askedCodes, type Guessing, guesses, mostTries } from '@/tests/support/attack/guesses';
import { emptyCounters, kindsOf, significant, timed } from '@/tests/support/attack/timings';
import {
  forgetful,
  shutting,
  telling,
  withoutDigits,
  withoutSeal,
} from '@/tests/support/attack/worse';
import type { Calling } from '@/tests/support/matrix/calls';
import { ownWorld } from './own-world';

/** Every guess can be made again by this number and how many came before it. */
const seed = 20_261_129;
const hour = 3_600_000;
/** A gateway nobody listens at: codes are asked for, and no worker is there to send them. */
const gateway = 'http://127.0.0.1:9/sms';

/** Counts over portions: an address may try so many in each hour that has begun. */
function tally() {
  const began = Date.now();
  const evaluated = new Map<string, number>();
  let beyond = 0;
  return ({ done, hits, broken, honest, honestRefused, ...rest }: Guessing): Outcome => {
    for (const it of [...hits, ...broken, ...honestRefused].slice(0, 5)) say(`    ${it}`);
    for (const [address, count] of rest.evaluated) {
      evaluated.set(address, (evaluated.get(address) ?? 0) + count);
    }
    const may = mostTries * Math.ceil((Date.now() - began) / hour);
    const now = [...evaluated.values()].reduce((sum, it) => sum + Math.max(0, it - may), 0);
    const more = Math.max(0, now - beyond);
    beyond += more;
    const looked = [...rest.evaluated.values()].reduce((sum, it) => sum + it, 0);
    return {
      done,
      wrong: {
        hits: hits.length,
        'answered 500 and more': broken.length,
        'looked up beyond what an address may': more,
        'residents kept out': honestRefused.length,
      },
      seen: {
        'numbers looked up': looked,
        'numbers refused': rest.refused,
        'residents let in': honest,
      },
      longestMs: { 'a resident waited': rest.honestMs },
    };
  };
}

/** @param pairs of each kind; a kind in which known and unknown take another time is wrong. */
async function timings(calling: Calling, pairs: number, only?: string): Promise<Outcome> {
  let sum = nothing;
  for (const [kind, asking] of Object.entries(kindsOf(calling))) {
    if (only && kind !== only) continue;
    // Argon2 is meant to take long.
    const count = kind === 'logins' ? Math.ceil(pairs / 4) : pairs;
    const { p, delta, medians } = await timed(asking, count);
    say(
      `    ${kind}: ${count} pairs, p = ${p.toPrecision(2)}, delta = ${delta.toFixed(3)}, medians ${medians.toFixed(2)} ms apart`,
    );
    sum = plus(sum, {
      ...nothing,
      wrong: { 'kinds whose time tells': p < significant ? 1 : 0 },
      seen: { 'pairs timed': count },
    });
  }
  return sum;
}

/** Guesses at case numbers, links and codes: none is right, and how long it takes tells nothing. */
export const enumeration: Fault = {
  of: 'guesses',
  usual: 100_000,
  portion: 1_000,
  async start() {
    const { ownerUrl, calling, close } = await ownWorld({
      HUIYIN_TRUSTED_PROXIES: '127.0.0.1',
      HUIYIN_SMS_URL: gateway,
    });
    const jars = await askedCodes(calling);
    const count = tally();
    const guessed = (worse: Calling, times: number, addresses?: number) => async () => {
      await emptyCounters();
      return tally()(await guesses(worse, times, seed, 0, jars, addresses));
    };
    return {
      ownerUrl,
      async run(times, from) {
        // Counters are emptied for them, so they come before the first guess.
        const told = from === 0 ? await timings(calling, 1_000) : nothing;
        if (from === 0) await emptyCounters();
        const some = count(await guesses(calling, times, seed, from, jars));
        const beyond = await db().entryCode.count({ where: { tries: { gt: 5 } } });
        const codes = { ...nothing, wrong: { 'codes tried more than five times': beyond } };
        return plus(plus(told, some), codes);
      },
      controls: {
        'the digits not asked for': guessed(withoutDigits(calling), 500),
        'a link without its seal': guessed(withoutSeal(calling), 200),
        'who has tried is forgotten': guessed(forgetful(calling), 400, 2),
        'shut for everybody': guessed(shutting(300)(calling), 1_000),
        'what there is takes 10 ms longer': () =>
          timings(telling(calling, 10), 500, 'case numbers'),
      },
      close,
    };
  },
};

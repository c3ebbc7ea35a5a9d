import { randomBytes, randomInt } from 'node:crypto';
import { caseNumber } from '@/lib/appeals/case-number';
import { linkToken } from '@/lib/auth/link-token';
import { withClient } from '@/scripts/launcher/with-client';
import { newId } from '../county';
import type { Calling } from '../matrix/calls';
import { actionFrom, track } from './guesses';
import { type Compared, compareRanks } from './ranks';

/** What somebody may ask to learn whether there is a thing: which it is, and one there is not. */
type Asking = (known: boolean, nth: number) => Promise<unknown>;

/** Below this a difference is no accident: four kinds are asked, so by chance one in a thousand runs says so. */
export const significant = 0.00025;

const around = <T>(list: readonly T[], nth: number): T => {
  const found = list[nth % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

/** A place of its own each time, so that what is measured is the look-up and no refusal. */
const anywhere = (): string => [11, randomInt(256), randomInt(256), randomInt(256)].join('.');

export const kindsOf = (calling: Calling): Readonly<Record<string, Asking>> => {
  const { world, ask } = calling;
  const logins = ['chenjing', 'zhaolimin', 'wangxiulan', 'maqiang', 'hewei', 'linxiao', 'zhoumin'];
  const on = world.cases[0]?.caseNumber.slice(0, 8) ?? '';
  return {
    'case numbers': (known, nth) => {
      const number = known
        ? around(world.cases, nth).caseNumber
        : caseNumber(on, 5_000 + randomInt(4_000));
      return actionFrom(calling, track, anywhere())({ number, digits: '0001' });
    },
    'private links': (known, nth) => {
      const token = linkToken(known ? around(world.cases, nth).voiceId : newId(), 1);
      const forged = token.slice(0, 22) + randomBytes(16).toString('base64url');
      return ask(`/v/${forged}`, { headers: { 'x-forwarded-for': anywhere() } });
    },
    'numbers that get a code': (known, nth) => {
      const phone = known
        ? around(world.cases, nth).phone
        : `138${String(randomInt(1e8)).padStart(8, '0')}`;
      return actionFrom(
        calling,
        'app/actions/coming-back.ts askCode',
        anywhere(),
      )({ contact: phone });
    },
    logins: (known, nth) => {
      const login = known ? around(logins, nth) : `nobody${randomInt(1e6)}`;
      const given = { login, password: 'not this one' };
      return actionFrom(calling, 'app/actions/sign-in.ts signIn', anywhere())(given);
    },
  };
};

/** So many pairs go between two emptyings of the counters: no case, number or login comes to its limit. */
const between = 30;

/**
 * How long an answer takes for what there is and for what there is not, in milliseconds: pairs one after another, which
 * of them first by lot.
 */
export async function timed(asking: Asking, pairs: number): Promise<Compared> {
  const took = { known: [] as number[], unknown: [] as number[] };
  for (let nth = 0; nth < pairs; nth++) {
    if (nth % between === 0) await emptyCounters();
    const first = randomInt(2) === 0;
    for (const known of [first, !first]) {
      const began = performance.now();
      await asking(known, nth);
      took[known ? 'known' : 'unknown'].push(performance.now() - began);
    }
  }
  return compareRanks(took.known, took.unknown);
}

export const emptyCounters = (): Promise<unknown> =>
  withClient(process.env.DATABASE_URL ?? '', (client) => client.query('DELETE FROM "Attempt"'));

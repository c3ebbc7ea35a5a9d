import { demoPassword } from '@/prisma/seed/cast';
import type { Calling } from '../matrix/calls';
import type { Answer } from '../served/ask';
import { actionFrom } from './guesses';

/** What is looked at in an hour of one login, from wherever: `sign-in-login` in lib/auth/attempts.ts. */
export const mostEvaluated = 10;

const logins = ['wukai', 'zhoumin', 'chenjing', 'zhaolimin', 'hewei'] as const;
const signIn = 'app/actions/sign-in.ts signIn';
const everyNthOwner = 100;

export interface Forced {
  done: number;
  /** Tries that were compared with the password, by login. */
  evaluated: Map<string, number>;
  letIn: string[];
  broken: string[];
  owners: number;
  ownersRefused: string[];
}

/** The mark a browser keeps from which the owner of each login has come in. */
export async function ownDevices(calling: Calling): Promise<Map<string, string>> {
  const marks = new Map<string, string>();
  for (const [nth, login] of logins.entries()) {
    const given = { login, password: demoPassword };
    const answer = await actionFrom(calling, signIn, `10.6.0.${nth}`)(given);
    const mark = (answer.headers['set-cookie'] ?? []).find((it) => it.includes('huiyin.device='));
    if (!mark) throw new Error(`${login} was not let in: ${answer.status}`);
    marks.set(login, mark.split(';')[0] ?? '');
  }
  return marks;
}

/**
 * Tries so many passwords, each from another place, some with the mark of a browser made up; meanwhile owners sign in
 * from browsers that know them.
 */
export async function force(
  calling: Calling,
  count: number,
  from: number,
  marks: ReadonlyMap<string, string>,
): Promise<Forced> {
  const found: Forced = {
    ...{ done: count, evaluated: new Map(), letIn: [], broken: [] },
    ...{ owners: 0, ownersRefused: [] },
  };
  const isIn = ({ headers }: Answer) => String(headers['set-cookie'] ?? '').includes('session=');
  let next = from;
  const lane = async () => {
    for (let nth = next++; nth < from + count; nth = next++) {
      const login = logins[nth % logins.length] ?? 'wukai';
      if (nth % everyNthOwner === 0) {
        const owner = logins[(nth / everyNthOwner) % logins.length] ?? 'wukai';
        const given = { login: owner, password: demoPassword };
        const answer = await actionFrom(calling, signIn, '10.6.1.1')(given, marks.get(owner));
        found.owners += 1;
        if (!isIn(answer)) found.ownersRefused.push(`${owner}: ${answer.status}`);
      }
      const place = `12.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`;
      const made = nth % 3 ? '' : `huiyin.device=${'A'.repeat(16)}${'B'.repeat(22)}`;
      const given = { login, password: `guess ${nth}` };
      const answer = await actionFrom(calling, signIn, place)(given, made);
      if (answer.status >= 500) found.broken.push(`${answer.status} ${nth}`);
      if (isIn(answer)) found.letIn.push(`${login}: ${nth}`);
      if (answer.body.match(/"wrongSignIn(Last)?"/)) {
        found.evaluated.set(login, (found.evaluated.get(login) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  return found;
}

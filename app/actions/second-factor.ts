'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { signInProblem } from '@/lib/auth/form-problem';
import { endOtherSessions } from '@/lib/auth/own-sessions';
import { prove } from '@/lib/auth/prove';
import {
  confirmFactor,
  dropOwnFactor,
  offerFactor,
  otherRecoveryCodes,
  readTaken,
} from '@/lib/auth/second-factor';
import { currentSession, currentWaiting } from '@/lib/auth/session';
import { goOn } from '@/lib/auth/sign-in';
import { choice, line } from '@/lib/fields';
import {
  type FormProblem,
  type FormState,
  freshForm,
  problemsOf,
  readForm,
  refused,
} from '@/lib/forms';

const typed = z.object({ code: line(60) });

const shown = (code: 'enrolled' | 'renewed', codes: string[]): FormState => ({
  ...freshForm,
  done: { code, values: { codes: codes.join(' ') } },
});

/**
 * Puts the key on offer in force by its first code, at the door or on one's own page, and answers with the
 * recovery codes: they stand in this one answer and in no address. Keep the signature.
 */
export async function enrol(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) => refused(state, entries, problems, ['code']);
  const given = typed.safeParse(entries);
  if (!given.success) return no(problemsOf(given.error));
  const [waiting, session] = await Promise.all([currentWaiting(), currentSession()]);
  const personId = waiting?.personId ?? session?.actor.personId;
  if (!personId || waiting?.awaits === 'code') return no([{ field: null, code: 'waitedTooLong' }]);
  const code = given.data.code.normalize('NFKC').replace(/\s/g, '');
  const codes = await confirmFactor(personId, code);
  if (!codes) return no([{ field: 'code', code: 'wrongCode' }]);
  if (waiting) await goOn(waiting);
  else if (session) await endOtherSessions(session);
  return shown('enrolled', codes);
}

const asked = z.object({
  what: choice(['offer', 'codes', 'drop']),
  proof: z.string({ error: 'required' }).min(1, 'required').max(1000, 'wrongFormat'),
});

/** Changes one's own second factor, once it is proved who asks. Keep the signature. */
export async function changeFactor(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) => refused(state, entries, problems, ['proof', 'what']);
  const given = asked.safeParse(entries);
  if (!given.success) return no(problemsOf(given.error));
  const session = await currentSession();
  if (!session) return no([{ field: null, code: 'signedOut' }]);
  const proved = await prove(session, given.data.proof);
  if (!proved.ok) return no([signInProblem(proved, 'proof')]);
  const { personId } = session.actor;
  if (given.data.what === 'codes') {
    const codes = await otherRecoveryCodes(personId);
    return codes ? shown('renewed', codes) : no([{ field: null, code: 'gone' }]);
  }
  if (given.data.what === 'drop') {
    const dropped = await dropOwnFactor(personId);
    if (!dropped) return no([{ field: null, code: 'needed' }]);
    await endOtherSessions(session);
    redirect('/desk/account?done=dropped');
  }
  await offerFactor(personId);
  redirect('/desk/account/factor');
}

/** It has been read that administration took it away. */
export async function readFactorTaken(): Promise<void> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  await readTaken(session.actor.personId);
  redirect('/desk');
}

'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { checkFactor } from '@/lib/auth/check-factor';
import { signInProblem } from '@/lib/auth/form-problem';
import { homeAfterSignIn } from '@/lib/auth/home';
import { otherPassword } from '@/lib/auth/new-password';
import { otherPasswordProblem } from '@/lib/auth/other-password';
import { setOwnPassword } from '@/lib/auth/own-sessions';
import { hashPassword } from '@/lib/auth/password';
import { currentSession, currentWaiting } from '@/lib/auth/session';
import { cookieOptions, sessionCookieName } from '@/lib/auth/session-cookie';
import { endSession } from '@/lib/auth/session-rows';
import { cameFrom, goOn, signInWith } from '@/lib/auth/sign-in';
import { askAnewNext } from '@/lib/auth/sso';
import { line } from '@/lib/fields';
import {
  entryOf,
  type FormProblem,
  type FormState,
  problemsOf,
  readForm,
  refused,
} from '@/lib/forms';
import { sameSitePath } from '@/lib/i18n/same-site';

const credentials = z.object({
  login: line(100),
  password: z.string({ error: 'required' }).min(1, 'required').max(1000, 'wrongFormat'),
});

export async function signIn(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) => refused(state, entries, problems, ['password']);
  const given = credentials.safeParse(entries);
  if (!given.success) return no(problemsOf(given.error));
  const outcome = await signInWith(given.data);
  if (!outcome.ok) return no([signInProblem(outcome, 'login')]);
  const back = sameSitePath(entryOf(entries, 'back'));
  if (outcome.awaits) redirect(secondStep(back));
  redirect(back ?? (await homeAfterSignIn()));
}

const typedCode = z.object({ code: line(60) });

/** The second half of the door: the code of the moment, or a recovery code. Keep the signature. */
export async function enterCode(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) => refused(state, entries, problems, ['code']);
  const given = typedCode.safeParse(entries);
  if (!given.success) return no(problemsOf(given.error));
  const waiting = await currentWaiting();
  if (waiting?.awaits !== 'code') return no([{ field: null, code: 'waitedTooLong' }]);
  const from = await cameFrom(waiting.login);
  const checked = await checkFactor(waiting.personId, given.data.code, from);
  if (!checked.ok) return no([signInProblem(checked, 'code')]);
  const back = sameSitePath(entryOf(entries, 'back'));
  if (await goOn(waiting)) redirect(secondStep(back));
  redirect(back ?? (await homeAfterSignIn()));
}

/** The password that was given is too old: another one opens the desk. Keep the signature. */
export async function renewPassword(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) =>
    refused(state, entries, problems, ['now', 'password', 'again']);
  const given = otherPassword.safeParse(entries);
  if (!given.success) return no(problemsOf(given.error));
  const waiting = await currentWaiting();
  if (waiting?.awaits !== 'password') return no([{ field: null, code: 'waitedTooLong' }]);
  const problem = await otherPasswordProblem(waiting.personId, given.data);
  if (problem) return no([problem]);
  await setOwnPassword(waiting, await hashPassword(given.data.password));
  await goOn(waiting);
  redirect(sameSitePath(entryOf(entries, 'back')) ?? (await homeAfterSignIn()));
}

const secondStep = (back: string | null): string =>
  `/sign-in/second${back ? `?back=${encodeURIComponent(back)}` : ''}`;

export async function signOut(): Promise<void> {
  const session = (await currentSession()) ?? (await currentWaiting());
  if (session) await endSession(session.id);
  (await cookies()).set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 });
  await askAnewNext();
  redirect('/sign-in');
}

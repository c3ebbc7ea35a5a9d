'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { Refused } from '@/lib/auth/check-password';
import { homeAfterSignIn } from '@/lib/auth/home';
import { minutesUntil } from '@/lib/auth/limiter';
import { currentSession } from '@/lib/auth/session';
import { cookieOptions, sessionCookieName } from '@/lib/auth/session-cookie';
import { endSession } from '@/lib/auth/session-rows';
import { signInWith } from '@/lib/auth/sign-in';
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
  const refusal = await signInWith(given.data);
  if (refusal) return no([problemOf(refusal)]);
  redirect(sameSitePath(entryOf(entries, 'back')) ?? (await homeAfterSignIn()));
}

export async function signOut(): Promise<void> {
  const session = await currentSession();
  if (session) await endSession(session.id);
  (await cookies()).set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 });
  redirect('/sign-in');
}

function problemOf(refusal: Refused): FormProblem {
  if (refusal.code === 'wrongSignIn') {
    const { code, left } = refusal;
    return { field: 'login', code: left > 0 ? code : 'wrongSignInLast', values: { left } };
  }
  const { code, until } = refusal;
  return { field: 'login', code, values: { minutes: minutesUntil(until) } };
}

'use server';

import { redirect } from 'next/navigation';
import { readInstallation } from '@/lib/appeals/queries/front';
import { homeAfterSignIn } from '@/lib/auth/home';
import { newAccount } from '@/lib/auth/new-password';
import { hashPassword } from '@/lib/auth/password';
import { usedLately } from '@/lib/auth/password-age';
import { knowDevice, signInWith } from '@/lib/auth/sign-in';
import { weaknessOf } from '@/lib/auth/weak-password';
import { type FormProblem, type FormState, problemsOf, readForm, refused } from '@/lib/forms';
import { acceptInvitation, invitedPerson } from '@/lib/people/invitations';

/** Takes up an invitation and signs in. Keep the signature: see `takeStep`. */
export async function accept(token: string, state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) => refused(state, entries, problems, ['password', 'again']);
  const given = newAccount.safeParse(entries);
  if (!given.success) return no(problemsOf(given.error));
  // Before any costly work: a password is hashed only for who is invited.
  const invited = typeof token === 'string' ? await invitedPerson(token) : null;
  if (!invited) return no([{ field: null, code: 'invitationGone' }]);
  const { name, login, password } = given.data;
  const installation = await readInstallation();
  const weak = weaknessOf(password, [name, login, installation.name, installation.nameEn]);
  if (weak) return no([{ field: 'password', code: weak }]);
  if (await usedLately(invited.personId, password)) {
    return no([{ field: 'password', code: 'passwordUsed' }]);
  }
  const passwordHash = await hashPassword(password);
  const outcome = await acceptInvitation(token, { name, login, passwordHash });
  if (outcome === 'loginTaken') return no([{ field: 'login', code: outcome }]);
  if (outcome === 'invitationGone') return no([{ field: null, code: outcome }]);
  // Who holds the link is no stranger, whoever else guesses at this login.
  await knowDevice(login);
  const entered = await signInWith({ login, password });
  if (!entered.ok) redirect('/sign-in');
  redirect(entered.awaits ? '/sign-in/second' : await homeAfterSignIn());
}

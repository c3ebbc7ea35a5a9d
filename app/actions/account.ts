'use server';

import { redirect } from 'next/navigation';
import { otherPassword } from '@/lib/auth/new-password';
import { otherPasswordProblem } from '@/lib/auth/other-password';
import { endOtherSessions, endOwnSession, setOwnPassword } from '@/lib/auth/own-sessions';
import { hashPassword } from '@/lib/auth/password';
import { currentSession } from '@/lib/auth/session';
import { type FormProblem, type FormState, problemsOf, readForm, refused } from '@/lib/forms';
import { isId } from '@/lib/id';

/** Ends one of one's own sessions elsewhere. Keep the signature. */
export async function endSessionElsewhere(id: string): Promise<void> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  if (isId(id)) await endOwnSession(session, id);
  redirect('/desk/account?done=ended');
}

/** Ends all of one's own but this one. Keep the signature. */
export async function endSessionsElsewhere(): Promise<void> {
  const session = await currentSession();
  if (!session) redirect('/sign-in');
  await endOtherSessions(session);
  redirect('/desk/account?done=othersEnded');
}

/** Sets another password of one's own, for whoever knows the one there is. Keep the signature. */
export async function changePassword(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) =>
    refused(state, entries, problems, ['now', 'password', 'again']);
  const given = otherPassword.safeParse(entries);
  if (!given.success) return no(problemsOf(given.error));
  const session = await currentSession();
  if (!session) return no([{ field: null, code: 'signedOut' }]);
  const problem = await otherPasswordProblem(session.actor.personId, given.data);
  if (problem) return no([problem]);
  const { personId } = session.actor;
  await setOwnPassword({ id: session.id, personId }, await hashPassword(given.data.password));
  redirect('/desk/account?done=password');
}

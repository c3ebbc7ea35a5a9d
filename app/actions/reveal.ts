'use server';

import { appealIdOf } from '@/lib/appeals/queries/appeal-id';
import { proofField, proofProblem } from '@/lib/auth/fresh-proof';
import { minutesUntil } from '@/lib/auth/limiter';
import { currentSession } from '@/lib/auth/session';
import { isMany } from '@/lib/contacts/many-reveals';
import { type RevealRefusal, reveal } from '@/lib/contacts/reveal';
import { entryOf, type FormProblem, type FormState, readForm, refused } from '@/lib/forms';
import { isId } from '@/lib/id';

/**
 * Answers with the contact itself, so that it stands in this one answer and in no address: `done.values`
 * holds name, phone and e-mail, '' where there is none.
 */
export async function revealContact(
  caseNumber: string,
  voiceId: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const no = (problems: FormProblem[]) => refused(state, entries, problems, [proofField]);
  const session = await currentSession();
  if (!session) return no([{ field: null, code: 'signedOut' }]);
  const { actor } = session;
  if (await isMany(session)) {
    const stale = await proofProblem(session, entryOf(entries, proofField));
    if (stale) return no([stale]);
  }
  const appealId = await appealIdOf(caseNumber);
  if (!appealId || !isId(voiceId)) return no([{ field: null, code: 'notFound' }]);
  const revealed = await reveal(actor, { appealId, voiceId, reason: entryOf(entries, 'reason') });
  if (!revealed.ok) return no(problemsOf(revealed));
  const { name, phone, email } = revealed.contact;
  const values = { name: name ?? '', phone: phone ?? '', email: email ?? '' };
  return { attempt: 0, entries: {}, problems: [], done: { code: 'revealed', values } };
}

function problemsOf(refusal: RevealRefusal): FormProblem[] {
  if (refusal.code === 'badInput') return refusal.problems;
  const { code } = refusal;
  if (code === 'tooManyReveals') {
    return [{ field: null, code, values: { minutes: minutesUntil(refusal.until) } }];
  }
  return [{ field: null, code }];
}

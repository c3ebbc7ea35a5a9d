'use server';

import { redirect } from 'next/navigation';
import { currentActor } from '@/lib/auth/session';
import { entryOf, type FormState, readForm, refused } from '@/lib/forms';
import { isId } from '@/lib/id';
import { markHanded } from '@/lib/notices/by-letter';

/** Notes that a letter was handed over or posted. Keep the signature. */
export async function handOverLetter(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const no = (code: 'signedOut' | 'notFound') => refused(state, entries, [{ field: null, code }]);
  const actor = await currentActor();
  if (!actor) return no('signedOut');
  const [caseNumber, notice, voice] = (['caseNumber', 'notice', 'voice'] as const).map((it) =>
    entryOf(entries, it),
  );
  if (!isId(notice) || !isId(voice) || !caseNumber) return no('notFound');
  if (!(await markHanded(actor, caseNumber, notice))) return no('notFound');
  redirect(`/appeals/${caseNumber}/letter?voice=${voice}`);
}

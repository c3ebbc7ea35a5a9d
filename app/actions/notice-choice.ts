'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { currentVoice } from '@/lib/auth/voices';
import { choice } from '@/lib/fields';
import { type FormState, problemsOf, readForm, refused } from '@/lib/forms';
import { choose } from '@/lib/notices/voice-choice';

const input = z.object({ channel: choice(['sms', 'email', 'push', 'none']) });

/** How this resident wants to be told of this case. Keep the signature. */
export async function chooseNotices(
  caseNumber: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const given = input.safeParse(entries);
  if (!given.success) return refused(state, entries, problemsOf(given.error));
  const actor = await currentVoice(caseNumber);
  if (!actor) return refused(state, entries, [{ field: null, code: 'signedOut' }]);
  await choose(actor, given.data.channel);
  redirect(`/follow/${caseNumber}?told=changed#telling`);
}

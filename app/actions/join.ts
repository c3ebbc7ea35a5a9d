'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { joinAppeal } from '@/lib/appeals/join';
import { readPhone } from '@/lib/appeals/queries/front';
import { problemsOfRefusal } from '@/lib/appeals/refusals';
import { stepMarks } from '@/lib/appeals/step-marks';
import { addressIn } from '@/lib/auth/address';
import { minutesUntil } from '@/lib/auth/limiter';
import { guestHolding, takeJoinTry } from '@/lib/auth/resident';
import { rememberVoice } from '@/lib/auth/voices';
import { type FormState, readForm, refused } from '@/lib/forms';
import { getLocale } from '@/lib/i18n/words';

/** A neighbour joins by the link they were given. Who left a telephone gets the same answer every time. */
export async function joinByLink(
  token: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const entries = readForm(data);
  const guest = guestHolding(token);
  if (!guest) return refused(state, entries, [{ field: null, code: 'notFound' }]);
  const allowed = await takeJoinTry(addressIn((await headers()).get('x-forwarded-for')));
  if (!allowed.ok) {
    const values = { minutes: minutesUntil(allowed.until), phone: await readPhone() };
    return refused(state, entries, [{ field: null, code: 'tooMany', values }]);
  }
  const input = { ...entries, locale: await getLocale() };
  const { formKey } = stepMarks(entries);
  const joined = await joinAppeal({ appealId: guest.appealId, input, formKey }, guest.actor);
  if (!joined.ok) return refused(state, entries, problemsOfRefusal(joined));
  if (!joined.voice) redirect(`/join/${token}?done=1`);
  const { id, generation, caseNumber } = joined.voice;
  await rememberVoice(caseNumber, id, generation);
  redirect(`/follow/${caseNumber}/receipt`);
}

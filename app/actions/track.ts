'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { readPhone } from '@/lib/appeals/queries/front';
import { endsWith, trackInput } from '@/lib/appeals/queries/track';
import { addressIn } from '@/lib/auth/address';
import { minutesUntil } from '@/lib/auth/limiter';
import { forgetTrackTries, rememberTracked, takeTrackTry } from '@/lib/auth/tracking';
import { type FormState, problemsOf, readForm, refused } from '@/lib/forms';

/** Case number and four digits → the status. A wrong pair and a case there is not answer alike. */
export async function track(state: FormState, data: FormData): Promise<FormState> {
  const entries = readForm(data);
  const parsed = trackInput.safeParse(entries);
  if (!parsed.success) return refused(state, entries, problemsOf(parsed.error));
  const { number, digits } = parsed.data;

  const address = addressIn((await headers()).get('x-forwarded-for'));
  const allowed = await takeTrackTry(number, address);
  if (!allowed.ok) {
    const minutes = minutesUntil(allowed.until);
    return refused(state, entries, [
      { field: null, code: 'tooManyTries', values: { minutes, phone: await readPhone() } },
    ]);
  }
  if (!(await endsWith(number, digits))) {
    return refused(state, entries, [
      { field: null, code: 'notFoundHere', values: { phone: await readPhone() } },
    ]);
  }
  await forgetTrackTries(number, address);
  await rememberTracked(number);
  redirect('/track');
}

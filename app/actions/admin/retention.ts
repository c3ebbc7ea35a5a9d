'use server';

import { redirect } from 'next/navigation';
import { type FormState, problemsOf } from '@/lib/forms';
import { changeRetention, retentionInput } from '@/lib/installation/settings';
import { administeringGravely } from '@/lib/people/administering';

/** How long what is kept of a closed case stays. Keep the signature. */
export async function ruleRetention(state: FormState, data: FormData): Promise<FormState> {
  const ruled = await administeringGravely('retention', state, data, async (actor, entries) => {
    const given = retentionInput.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    await changeRetention(actor, given.data);
    return { ok: true, value: null };
  });
  if ('state' in ruled) return ruled.state;
  redirect('/admin/settings?done=retention');
}

'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { choice } from '@/lib/fields';
import { type FormState, problemsOf } from '@/lib/forms';
import { allowDictation } from '@/lib/installation/dictation';
import { administering } from '@/lib/people/administering';

const input = z.object({ dictation: choice(['on', 'off']) });

/** Allows residents to speak what they file, or ends it. Keep the signature. */
export async function switchDictation(state: FormState, data: FormData): Promise<FormState> {
  const switched = await administering('dictation', state, data, async (actor, entries) => {
    const given = input.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    const on = given.data.dictation === 'on';
    await allowDictation(actor, on);
    return { ok: true, value: on };
  });
  if ('state' in switched) return switched.state;
  redirect(`/admin/settings?done=${switched.done ? 'dictationOn' : 'dictationOff'}`);
}

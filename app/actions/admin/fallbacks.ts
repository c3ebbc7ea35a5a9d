'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { key } from '@/lib/fields';
import { type FormState, problemsOf } from '@/lib/forms';
import { nameFallbacks } from '@/lib/installation/fallbacks';
import { administering } from '@/lib/people/administering';

const input = z.object({ first: key(), second: key() });

/** Names the two who take what everybody else is barred from. Keep the signature. */
export async function nameTheFallbacks(
  place: 'admin' | 'set-up',
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const named = await administering('fallbacks', state, data, async (actor, entries) => {
    const given = input.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    return nameFallbacks(given.data, actor);
  });
  if ('state' in named) return named.state;
  redirect(place === 'set-up' ? '/set-up/trial' : '/admin/fallbacks?done=named');
}

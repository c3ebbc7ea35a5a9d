'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { wholeNumber } from '@/lib/fields';
import { type FormState, problemsOf } from '@/lib/forms';
import { requireSecondFactor } from '@/lib/installation/second-factor-rule';
import { administering } from '@/lib/people/administering';

const input = z.discriminatedUnion(
  'rule',
  [
    z.object({ rule: z.literal('off') }),
    z.object({ rule: z.literal('on'), days: wholeNumber(0, 90) }),
  ],
  { error: 'wrongChoice' },
);

/** Has those who see everything sign in with a second factor, or no longer. Keep the signature. */
export async function ruleSecondFactor(state: FormState, data: FormData): Promise<FormState> {
  const ruled = await administering(state, data, async (actor, entries) => {
    const given = input.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    const days = given.data.rule === 'on' ? given.data.days : null;
    await requireSecondFactor(actor, days);
    return { ok: true, value: days !== null };
  });
  if ('state' in ruled) return ruled.state;
  redirect(`/admin/settings?done=${ruled.done ? 'factorOn' : 'factorOff'}`);
}

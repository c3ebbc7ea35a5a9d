'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { optional, wholeNumber } from '@/lib/fields';
import { type FormState, problemsOf } from '@/lib/forms';
import { passwordDaysBetween, rulePasswords } from '@/lib/installation/password-rule';
import {
  idleBetween,
  requireSecondFactor,
  setIdleMinutes,
  setProofMinutes,
} from '@/lib/installation/second-factor-rule';
import { administeringGravely } from '@/lib/people/administering';

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
  const ruled = await administeringGravely('secondFactor', state, data, async (actor, entries) => {
    const given = input.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    const days = given.data.rule === 'on' ? given.data.days : null;
    await requireSecondFactor(actor, days);
    return { ok: true, value: days !== null };
  });
  if ('state' in ruled) return ruled.state;
  redirect(`/admin/settings?done=${ruled.done ? 'factorOn' : 'factorOff'}`);
}

const minutes = z.object({ minutes: wholeNumber(5, 720) });

/** For how long a proof holds for grave acts. Keep the signature. */
export async function ruleProof(state: FormState, data: FormData): Promise<FormState> {
  const ruled = await administeringGravely('secondFactor', state, data, async (actor, entries) => {
    const given = minutes.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    await setProofMinutes(actor, given.data.minutes);
    return { ok: true, value: null };
  });
  if ('state' in ruled) return ruled.state;
  redirect('/admin/settings?done=saved');
}

const idle = z.object({ idle: optional(wholeNumber(idleBetween.least, idleBetween.most)) });

/** After how long without anything sessions of staff end; nothing: at their end alone. Keep the signature. */
export async function ruleIdle(state: FormState, data: FormData): Promise<FormState> {
  const ruled = await administeringGravely('secondFactor', state, data, async (actor, entries) => {
    const given = idle.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    await setIdleMinutes(actor, given.data.idle ?? null);
    return { ok: true, value: null };
  });
  if ('state' in ruled) return ruled.state;
  redirect('/admin/settings?done=saved');
}

const { least, most } = passwordDaysBetween;
const age = z.discriminatedUnion(
  'rule',
  [
    z.object({ rule: z.literal('off') }),
    z.object({ rule: z.literal('on'), passwordDays: wholeNumber(least, most) }),
  ],
  { error: 'wrongChoice' },
);

/** Has passwords changed after so many days, or no longer. Keep the signature. */
export async function rulePasswordAge(state: FormState, data: FormData): Promise<FormState> {
  const ruled = await administeringGravely('passwords', state, data, async (actor, entries) => {
    const given = age.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    const days = given.data.rule === 'on' ? given.data.passwordDays : null;
    await rulePasswords(actor, days);
    return { ok: true, value: days !== null };
  });
  if ('state' in ruled) return ruled.state;
  redirect(`/admin/settings?done=${ruled.done ? 'passwordsOn' : 'passwordsOff'}`);
}

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { fileAppeal } from '@/lib/appeals/file';
import { problemsOfRefusal } from '@/lib/appeals/refusals';
import { stepMarks } from '@/lib/appeals/step-marks';
import { rememberVoice } from '@/lib/auth/voices';
import { settings } from '@/lib/env';
import { choice } from '@/lib/fields';
import { type FormState, freshForm, problemsOf } from '@/lib/forms';
import { getLocale } from '@/lib/i18n/words';
import { chooseRuleSet } from '@/lib/installation/choose-rule-set';
import { addFirstPerson, firstPersonInput } from '@/lib/installation/first-people';
import { addUnits } from '@/lib/installation/first-units';
import { isSetUp } from '@/lib/installation/is-set-up';
import { finishSetUp } from '@/lib/installation/set-up';
import { readUnitRows } from '@/lib/installation/unit-rows';
import { administering, administeringGravely } from '@/lib/people/administering';
import { presetCodes } from '@/lib/rule-sets/preset';
import { withRoleNames } from './role-words';

/** The steps of set-up after the first; once it is over only a trial can still be filed. */

const tooLate = { ok: false, problems: [{ field: null, code: 'alreadySetUp' }] } as const;

export async function chooseRules(state: FormState, data: FormData): Promise<FormState> {
  const chosen = await administering('setUp', state, data, async (actor, entries) => {
    if (await isSetUp()) return tooLate;
    const given = z.object({ ruleSet: choice(presetCodes) }).safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    const problems = await chooseRuleSet(actor, given.data.ruleSet);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: null };
  });
  if ('state' in chosen) return chosen.state;
  redirect('/set-up/units');
}

export async function addFirstUnits(state: FormState, data: FormData): Promise<FormState> {
  const added = await administering('setUp', state, data, async (actor, entries) => {
    if (await isSetUp()) return tooLate;
    const { units, problems } = readUnitRows(entries);
    return problems.length > 0 ? { ok: false, problems } : addUnits(actor, units);
  });
  if ('state' in added) return added.state;
  redirect('/set-up/units?done=added');
}

/** Answers in place: the one-time link is shown once and kept nowhere. */
export async function inviteFirstPerson(state: FormState, data: FormData): Promise<FormState> {
  const added = await administeringGravely('setUp', state, data, async (actor, entries) => {
    if (await isSetUp()) return tooLate;
    const given = firstPersonInput.safeParse(entries);
    if (!given.success) return { ok: false, problems: problemsOf(given.error) };
    return addFirstPerson(given.data, actor);
  });
  if ('state' in added) return withRoleNames(added.state);
  revalidatePath('/set-up/people');
  const { token, name } = added.done;
  const link = `${settings().publicUrl}/welcome/${token}`;
  return { ...freshForm, done: { code: 'invited', values: { link, name } } };
}

/** The administrator plays the resident: their browser holds the private link. */
export async function fileTrial(
  place: 'set-up' | 'settings',
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = await getLocale();
  const filed = await administering('trial', state, data, async (actor, entries) => {
    const input = { what: entries.what, place: entries.place };
    const { formKey } = stepMarks(entries);
    const outcome = await fileAppeal({ input, formKey, locale, trial: true }, actor);
    return outcome.ok
      ? { ok: true, value: outcome }
      : { ok: false, problems: problemsOfRefusal(outcome) };
  });
  if ('state' in filed) return filed.state;
  await rememberVoice(filed.done.caseNumber, filed.done.voiceId, 1);
  redirect(place === 'settings' ? '/admin/settings?done=trial' : '/set-up/trial?done=trial');
}

export async function openService(state: FormState, data: FormData): Promise<FormState> {
  const opened = await administering('setUp', state, data, async (actor) =>
    (await finishSetUp(actor))
      ? { ok: true, value: null }
      : { ok: false, problems: [{ field: null, code: 'notComplete' }] },
  );
  if ('state' in opened) return opened.state;
  redirect('/set-up');
}

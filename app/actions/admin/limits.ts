'use server';

import { z } from 'zod';
import { clockKinds } from '@/lib/appeals/clocks';
import type { ClockKind } from '@/lib/appeals/records';
import { choice, confirmed, key, line, optional, tick, wholeNumber } from '@/lib/fields';
import { type FormState, problemsOf } from '@/lib/forms';
import { isId } from '@/lib/id';
import { presetCodes } from '@/lib/rule-sets/preset';
import { applyPreset } from '@/lib/rules/apply-preset';
import { addLimit, changeLimit, retireLimit } from '@/lib/rules/limit-changes';
import { limitUnits, mostOf, urgencies } from '@/lib/rules/limit-checks';
import { isSettingKey } from '@/lib/rules/setting-bounds';
import { changeSetting } from '@/lib/rules/setting-changes';
import { levels } from '@/lib/rules/stricter';
import { changingRules } from './rules-form';

const [firstKind = 'promise', ...otherKinds] = clockKinds;
const kinds: readonly [ClockKind, ...ClockKind[]] = [firstKind, ...otherKinds];

const terms = {
  amount: wholeNumber(1, mostOf.hours),
  unit: choice(limitUnits),
  source: line(300, { min: 2 }),
  statutory: tick(),
  level: choice(levels),
};
const termsInput = z.object(terms);
const limitInput = z.object({
  kind: choice(kinds),
  urgency: optional(choice(urgencies)),
  categoryId: optional(key()),
  ...terms,
});
const settingInput = z.object({
  amount: wholeNumber(0, 10_000),
  unit: optional(choice(limitUnits)),
  source: line(300, { min: 2 }),
});
const presetInput = z.object({
  preset: choice(presetCodes),
  fingerprint: line(64),
  sure: confirmed(),
});

const list = '/admin/limits';

export async function addLimitNow(state: FormState, data: FormData): Promise<FormState> {
  const work: Parameters<typeof changingRules>[3] = async (actor, entries) => {
    const given = limitInput.safeParse(entries);
    if (!given.success) return problemsOf(given.error);
    const { urgency = null, categoryId = null, ...rest } = given.data;
    return addLimit(actor, { urgency, categoryId, ...rest });
  };
  return changingRules('limits', state, data, work, `${list}?done=added`);
}

export async function changeLimitNow(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const work: Parameters<typeof changingRules>[3] = async (actor, entries) => {
    const given = termsInput.safeParse(entries);
    if (!given.success) return problemsOf(given.error);
    return isId(id) ? changeLimit(actor, id, given.data) : [{ field: null, code: 'notFound' }];
  };
  return changingRules('limits', state, data, work, `${list}?done=changed`);
}

export async function retireLimitNow(
  id: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const work: Parameters<typeof changingRules>[3] = async (actor) =>
    isId(id) ? retireLimit(actor, id) : [{ field: null, code: 'notFound' }];
  return changingRules('limits', state, data, work, `${list}?done=retired`);
}

export async function changeSettingNow(
  name: string,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const work: Parameters<typeof changingRules>[3] = async (actor, entries) => {
    const given = settingInput.safeParse(entries);
    if (!given.success) return problemsOf(given.error);
    const { unit = null, ...rest } = given.data;
    return isSettingKey(name)
      ? changeSetting(actor, name, { unit, ...rest })
      : [{ field: null, code: 'notFound' }];
  };
  return changingRules('limits', state, data, work, `${list}?done=changed`);
}

/** Confirms the preview whose fingerprint the form carries. */
export async function applyPresetNow(state: FormState, data: FormData): Promise<FormState> {
  const work: Parameters<typeof changingRules>[3] = async (actor, entries) => {
    const given = presetInput.safeParse(entries);
    if (!given.success) return problemsOf(given.error);
    return applyPreset(actor, given.data.preset, given.data.fingerprint);
  };
  return changingRules('limits', state, data, work, `${list}?done=applied`);
}

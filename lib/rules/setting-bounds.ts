import type { FormProblem } from '@/lib/forms';
import { type SettingKey, settingKeys } from '@/lib/rule-sets/preset';
import type { LimitUnit } from '@/lib/sla/limit';

interface Bounds {
  min: number;
  max: number;
  /** Units it may be given in; none for a number of times. */
  units: readonly LimitUnit[];
}

const days = ['calendarDays', 'workingDays'] as const;

/** What a rule set may say and still be meant: times and rounds are few, no extension takes a year. */
// biome-ignore format: one line a setting
export const settingBounds: Record<SettingKey, Bounds> = {
  extendTimes:    { min: 0, max: 10,  units: [] },
  extendMost:     { min: 1, max: 365, units: ['hours', ...days] },
  parkTimes:      { min: 0, max: 10,  units: [] },
  parkMost:       { min: 1, max: 730, units: ['calendarDays'] },
  questionTimes:  { min: 0, max: 10,  units: [] },
  questionMost:   { min: 1, max: 60,  units: ['calendarDays'] },
  questionTries:  { min: 0, max: 5,   units: [] },
  testTimes:      { min: 0, max: 10,  units: [] },
  testMost:       { min: 1, max: 365, units: ['calendarDays'] },
  concludeRounds: { min: 2, max: 20,  units: [] },
  objectDays:     { min: 1, max: 365, units: ['calendarDays'] },
  handOverTimes:  { min: 1, max: 10,  units: [] },
};

export const isSettingKey = (key: string): key is SettingKey =>
  settingKeys.some((it) => it === key);

export function whyNotSetting(
  key: SettingKey,
  { amount, unit }: { amount: number; unit: LimitUnit | null },
): FormProblem[] {
  const { min, max, units } = settingBounds[key];
  const problems: FormProblem[] = [];
  if (!Number.isSafeInteger(amount) || amount < min || amount > max) {
    problems.push({ field: 'amount', code: 'notBetween', values: { min, max } });
  }
  const fits = unit === null ? units.length === 0 : units.includes(unit);
  return fits ? problems : [...problems, { field: 'unit', code: 'chooseOne' }];
}

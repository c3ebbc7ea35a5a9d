import type { ClockKind, Urgency } from '@/lib/appeals/records';
import type { Limit, LimitUnit } from '@/lib/sla/limit';

export const presetCodes = ['beijing', 'shanghai', 'shandong', 'petition'] as const;
export type PresetCode = (typeof presetCodes)[number];

export interface PresetLimit extends Limit {
  kind: ClockKind;
  /** Null means "any"; every kind has either such a row or one for each urgency. */
  urgency: Urgency | null;
  /** Law fixes it, so no rule of the place may take precedence. */
  statutory: boolean;
  /** Whose rule it is; what no rule says is the county's own. */
  level: 'national' | 'province' | 'city' | 'county';
}

export const settingKeys = [
  'extendTimes',
  'extendMost',
  'parkTimes',
  'parkMost',
  'questionTimes',
  'questionMost',
  'questionTries',
  'testTimes',
  'testMost',
  'concludeRounds',
  'objectDays',
  'handOverTimes',
] as const;
export type SettingKey = (typeof settingKeys)[number];

/**
 * A number of a rule set that is no clock's limit. `extendTimes`, `parkTimes`: how often a promise may
 * be extended or parked; `extendMost`, `parkMost`: how long each time at most; `questionTimes`, `testTimes`:
 * how often in a round it may stand still for a question to the resident or a statutory test, 0 for never;
 * `questionMost`, `testMost`: for how long at most; `questionTries`: the failed attempts to reach the
 * resident that must be on record before; `concludeRounds`: the
 * unsolved rounds after which a reviewer may conclude; `objectDays`: how long *cannot be done* can be
 * objected to; `handOverTimes`: the hand-overs of a round after which the dispatcher's naming is final. A number of times or rounds has no unit.
 */
export interface PresetSetting {
  key: SettingKey;
  amount: number;
  unit: LimitUnit | null;
  source: string;
}

/**
 * When the system supervises by itself. Thresholds: `redCard` 0; `overdue` working days past the end;
 * `unsolvedRounds`, `handOvers` and `pressed` how many; `silent` calendar days without an event.
 */
export interface PresetSupervision {
  cause: 'redCard' | 'overdue' | 'unsolvedRounds' | 'handOvers' | 'pressed' | 'silent';
  threshold: number;
  level: 1 | 2 | 3;
  source: string;
}

export interface Preset {
  code: PresetCode;
  name: string;
  nameEn: string;
  /** One or two sentences for whoever has to choose. */
  about: string;
  aboutEn: string;
  limits: readonly PresetLimit[];
  settings: readonly PresetSetting[];
  supervision: readonly PresetSupervision[];
}

/** Time that the law takes for a test counts for no office: the nearest rule there is. */
export const testing =
  '参照行政许可法（2019 修正）第四十五条：检验、检测、检疫、鉴定所需时间不计入期限';

/** Departments present within half an hour: the first whistle of a town, in 平谷, and still the best known. */
export const pinggu = '参照北京平谷“街乡吹哨、部门报到”（2017）：部门 30 分钟内到场';

/** The source of a figure that no rule known to us gives. */
export const house = '本系统预设，可改';

import { createHash } from 'node:crypto';
import type { Preset, PresetLimit } from '@/lib/rule-sets/preset';
import type { ActiveLimit } from './limit-checks';
import type { ReadSetting } from './limit-queries';

type Terms = Omit<PresetLimit, 'kind'> & {
  kind: ActiveLimit['kind'];
  categoryId: string | null;
};

const termsOf = (row: PresetLimit & { categoryId?: string | null }): Terms => ({
  kind: row.kind,
  urgency: row.urgency,
  categoryId: row.categoryId ?? null,
  amount: row.amount,
  unit: row.unit,
  source: row.source,
  statutory: row.statutory,
  level: row.level,
});

export const sameTerms = (
  one: PresetLimit & { categoryId?: string | null },
  other: PresetLimit & { categoryId?: string | null },
): boolean => JSON.stringify(termsOf(one)) === JSON.stringify(termsOf(other));

export interface LimitChange {
  kind: ActiveLimit['kind'];
  urgency: ActiveLimit['urgency'];
  categoryId: string | null;
  was: ActiveLimit[];
  will: Terms[];
}

export interface SettingChange {
  key: string;
  was: ReadSetting | null;
  will: ReadSetting | null;
}

export interface PresetPlan {
  limits: LimitChange[];
  settings: SettingChange[];
  /** Limits and settings that stay as they are. */
  same: number;
  /** Of all this: whoever confirms confirms what was shown. */
  fingerprint: string;
}

/** What new appeals meet before and after: only what differs, grouped by what it speaks of. */
export function planPreset(
  preset: Pick<Preset, 'code' | 'limits' | 'settings'>,
  now: { ruleSet: string; limits: readonly ActiveLimit[]; settings: readonly ReadSetting[] },
): PresetPlan {
  const groups = new Map<string, LimitChange>();
  const group = ({ kind, urgency, categoryId }: Terms): LimitChange => {
    const key = JSON.stringify([kind, urgency, categoryId]);
    const found = groups.get(key) ?? { kind, urgency, categoryId, was: [], will: [] };
    groups.set(key, found);
    return found;
  };
  for (const row of now.limits) group(termsOf(row)).was.push(row);
  for (const row of preset.limits) group(termsOf(row)).will.push(termsOf(row));
  const limits = [...groups.values()].filter(
    ({ was, will }) =>
      was.length !== will.length || was.some((row) => !will.some((it) => sameTerms(row, it))),
  );
  const keys = new Set([...now.settings, ...preset.settings].map((it) => it.key));
  const all = [...keys].map(
    (key): SettingChange => ({
      key,
      was: now.settings.find((it) => it.key === key) ?? null,
      will: preset.settings.find((it) => it.key === key) ?? null,
    }),
  );
  const settings = all.filter(({ was, will }) => !sameSetting(was, will));
  return {
    limits,
    settings,
    same: groups.size - limits.length + all.length - settings.length,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([preset.code, now.ruleSet, limits, settings]))
      .digest('hex'),
  };
}

function sameSetting(one: ReadSetting | null, other: ReadSetting | null): boolean {
  return (
    one?.amount === other?.amount && one?.unit === other?.unit && one?.source === other?.source
  );
}

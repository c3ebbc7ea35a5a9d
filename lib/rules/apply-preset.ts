import { v7 as newId } from 'uuid';
import { recordChange } from '@/lib/audit/record-change';
import { type Database, db, type Transaction } from '@/lib/db/client';
import { databaseClock } from '@/lib/db/clock';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import type { Preset, PresetCode } from '@/lib/rule-sets/preset';
import { presets } from '@/lib/rule-sets/presets';
import { lockRules } from './limit-changes';
import { readLimits, readRuleSet, readSettings } from './limit-queries';
import { type PresetPlan, planPreset, sameTerms } from './preset-plan';

/** What the preset would change if it were taken now. */
export async function previewPreset(
  code: PresetCode,
  database: Database = db(),
): Promise<PresetPlan> {
  const ruleSet = await readRuleSet(database);
  const limits = await readLimits(ruleSet, database);
  const settings = await readSettings(ruleSet, database);
  return planPreset(presets[code], { ruleSet, limits, settings });
}

/**
 * Makes the installation follow a preset as it ships. Limits are kept per rule set, so the old ones stay
 * where they are and no longer apply; running clocks keep their copies. Refused where the rules are not
 * those whose fingerprint was shown.
 */
export function applyPreset(
  actor: PersonActor,
  code: PresetCode,
  fingerprint: string,
): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    const old = await lockRules(transaction);
    const plan = await previewPreset(code, transaction);
    if (plan.fingerprint !== fingerprint) return [{ field: null, code: 'rulesChanged' }];
    const preset = presets[code];
    await putLimits(transaction, preset);
    await putSettings(transaction, preset);
    await transaction.installation.update({ where: { id: 1 }, data: { ruleSet: code } });
    await recordChange(transaction, actor, {
      subject: 'ruleSet',
      subjectId: code,
      name: code,
      action: old === code ? 'applied' : 'switched',
      before: { ruleSet: old, ...told(plan, 'was') },
      after: { ruleSet: code, ...told(plan, 'will') },
    });
    return [];
  });
}

async function putLimits(transaction: Transaction, preset: Preset): Promise<void> {
  const present = await readLimits(preset.code, transaction);
  const retired = present.filter((row) => !preset.limits.some((it) => sameTerms(row, it)));
  const added = preset.limits.filter((row) => !present.some((it) => sameTerms(row, it)));
  await transaction.limit.updateMany({
    where: { id: { in: retired.map((it) => it.id) } },
    data: { retiredAt: await databaseClock(transaction) },
  });
  await transaction.limit.createMany({
    data: added.map((it) => ({ id: newId(), ruleSet: preset.code, ...it })),
  });
}

async function putSettings(transaction: Transaction, { code, settings }: Preset): Promise<void> {
  for (const { key, amount, unit, source } of settings) {
    await transaction.ruleSetting.upsert({
      where: { ruleSet_key: { ruleSet: code, key } },
      update: { amount, unit, source },
      create: { ruleSet: code, key, amount, unit, source },
    });
  }
}

/** For the log: `promise ordinary 7 calendarDays`, one for each limit or setting that differs. */
function told({ limits, settings }: PresetPlan, side: 'was' | 'will') {
  return {
    limits: limits.flatMap((it) =>
      it[side].map((row) =>
        [row.kind, row.urgency ?? '', row.amount, row.unit].filter((part) => part !== '').join(' '),
      ),
    ),
    settings: settings.flatMap((it) => {
      const row = it[side];
      return row ? [[row.key, row.amount, row.unit ?? ''].join(' ').trim()] : [];
    }),
  };
}

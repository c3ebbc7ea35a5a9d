import { recordChange } from '@/lib/audit/record-change';
import { db } from '@/lib/db/client';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import type { SettingKey } from '@/lib/rule-sets/preset';
import type { LimitUnit } from '@/lib/sla/limit';
import { lockRules } from './limit-changes';
import { whyNotSetting } from './setting-bounds';

export interface SettingTerms {
  amount: number;
  unit: LimitUnit | null;
  source: string;
}

export function changeSetting(
  actor: PersonActor,
  key: SettingKey,
  terms: SettingTerms,
): Promise<FormProblem[]> {
  return db().$transaction(async (transaction) => {
    const ruleSet = await lockRules(transaction);
    const problems = whyNotSetting(key, terms);
    if (problems.length > 0) return problems;
    const where = { ruleSet_key: { ruleSet, key } };
    const was = await transaction.ruleSetting.findUnique({ where });
    const facts = (it: SettingTerms) => ({
      amount: it.amount,
      timeUnit: it.unit,
      source: it.source,
    });
    if (was && JSON.stringify(facts(was)) === JSON.stringify(facts(terms))) return [];
    await transaction.ruleSetting.upsert({
      where,
      update: terms,
      create: { ruleSet, key, ...terms },
    });
    await recordChange(transaction, actor, {
      subject: 'ruleSet',
      subjectId: ruleSet,
      name: key,
      action: 'changed',
      ...(was ? { before: facts(was) } : {}),
      after: facts(terms),
    });
    return [];
  });
}

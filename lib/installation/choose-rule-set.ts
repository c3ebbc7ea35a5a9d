import { db } from '@/lib/db/client';
import type { FormProblem } from '@/lib/forms';
import type { PersonActor } from '@/lib/people/actor';
import { type PresetCode, presetCodes } from '@/lib/rule-sets/preset';
import { applyPreset, previewPreset } from '@/lib/rules/apply-preset';

/** The rule set set-up begins with: nothing runs under another yet, so nothing is asked twice. */
export async function chooseRuleSet(actor: PersonActor, code: PresetCode): Promise<FormProblem[]> {
  const { fingerprint } = await previewPreset(code);
  return applyPreset(actor, code, fingerprint);
}

/** The preset in force; null where nobody has chosen yet. */
export async function chosenRuleSet(): Promise<PresetCode | null> {
  const [installation, chosen] = await Promise.all([
    db().installation.findUniqueOrThrow({ where: { id: 1 }, select: { ruleSet: true } }),
    db().change.findFirst({ where: { subject: 'ruleSet' }, select: { id: true } }),
  ]);
  return chosen ? (presetCodes.find((it) => it === installation.ruleSet) ?? null) : null;
}

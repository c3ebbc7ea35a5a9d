import { FormCheckbox, FormSelect, FormText } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';
import type { ActiveLimit } from '@/lib/rules/limit-checks';
import { limitUnits } from '@/lib/rules/limit-checks';
import { levels } from '@/lib/rules/stricter';

const names = [
  'kind',
  'urgency',
  'categoryId',
  'amount',
  'unit',
  'source',
  'statutory',
  'level',
  'preset',
  'sure',
] as const;

export async function limitLabels(): Promise<Record<string, string>> {
  const t = await getTranslations('adminLimits.field');
  return Object.fromEntries(names.map((it) => [it, t(it)]));
}

/** How long, by which rule, and whose. */
export async function LimitTermsFields({ row }: { row?: ActiveLimit }) {
  const t = await getTranslations('adminLimits');
  return (
    <>
      <FormText
        name="amount"
        label={t('field.amount')}
        value={row && String(row.amount)}
        inputMode="numeric"
        width="tiny"
      />
      <FormSelect
        name="unit"
        label={t('field.unit')}
        value={row?.unit}
        width="short"
        options={limitUnits.map((it) => ({ value: it, label: t(`unit.${it}`) }))}
      />
      <FormText
        name="source"
        label={t('field.source')}
        hint={t('sourceHint')}
        value={row?.source}
      />
      <FormSelect
        name="level"
        label={t('field.level')}
        hint={t('levelHint')}
        value={row?.level}
        width="short"
        options={levels.map((it) => ({ value: it, label: t(`level.${it}`) }))}
      />
      <FormCheckbox
        name="statutory"
        label={t('field.statutory')}
        hint={t('statutoryHint')}
        checked={row?.statutory ?? false}
      />
    </>
  );
}

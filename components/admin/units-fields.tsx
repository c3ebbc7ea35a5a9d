import { FormSelect, FormText } from '@/components/forms/form-fields';
import { unitKinds } from '@/lib/appeals/queries/choices';
import { getTranslations } from '@/lib/i18n/words';
import type { UnitPage } from '@/lib/units/read-units';

/** What may be changed of a unit at any time. */
export async function UnitsFields({ unit }: { unit?: UnitPage }) {
  const [t, words] = await Promise.all([
    getTranslations('adminUnits'),
    getTranslations('words.unitKind'),
  ]);
  return (
    <>
      <FormText name="name" label={t('name')} hint={t('nameHint')} value={unit?.name} />
      <FormText name="nameEn" label={t('nameEn')} value={unit?.nameEn} spellCheck={false} />
      <FormSelect
        name="kind"
        label={t('kind')}
        value={unit?.kind}
        choose={!unit}
        options={unitKinds.map((value) => ({ value, label: words(value) }))}
      />
    </>
  );
}

export async function unitsLabels(): Promise<Record<string, string>> {
  const t = await getTranslations('adminUnits');
  const fields = ['name', 'nameEn', 'kind', 'code', 'parentId', 'intoId'] as const;
  return Object.fromEntries(fields.map((it) => [it, t(it)]));
}

import type { Metadata } from 'next';
import { addUnit } from '@/app/actions/admin/units';
import { AdminFrame } from '@/components/admin/admin-frame';
import { UnitsFields, unitsLabels } from '@/components/admin/units-fields';
import { unitOptions } from '@/components/admin/units-options';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { BackLink } from '@/components/ui/headings';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readTree } from '@/lib/units/read-units';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminUnits');
  return { title: t('add') };
}

export default async function NewUnitPage() {
  const actor = await requirePower('units');
  const [t, units, labels] = await Promise.all([
    getTranslations('adminUnits'),
    readTree(),
    unitsLabels(),
  ]);
  const parents = await unitOptions(units.filter((it) => !it.closedAt));
  return (
    <AdminFrame actor={actor} at="units">
      <BackLink href="/admin/units">{t('back')}</BackLink>
      <h1>{t('add')}</h1>
      <ActionForm action={addUnit} labels={labels} problemWords={t.raw('problems')}>
        <UnitsFields />
        <FormSelect
          name="parentId"
          label={t('parentId')}
          choose={false}
          options={[{ value: '', label: t('top') }, ...parents]}
        />
        <FormText
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          width="short"
          spellCheck={false}
          autoComplete="off"
        />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('add')}</SubmitButton>
            <LinkButton href="/admin/units" kind="plain">
              {t('cancel')}
            </LinkButton>
          </Buttons>
        </div>
      </ActionForm>
    </AdminFrame>
  );
}

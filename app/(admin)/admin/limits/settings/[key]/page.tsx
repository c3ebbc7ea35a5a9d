import type { Metadata } from 'next';
import { changeSettingNow } from '@/app/actions/admin/limits';
import { AdminFrame } from '@/components/admin/admin-frame';
import { limitLabels } from '@/components/admin/limit-fields';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { BackLink } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readRuleSet, readSettings } from '@/lib/rules/limit-queries';
import { isSettingKey, settingBounds } from '@/lib/rules/setting-bounds';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminLimits');
  return { title: t('settings') };
}

export default async function SettingPage({ params }: { params: Promise<{ key: string }> }) {
  const actor = await requirePower('limits');
  const { key } = await params;
  if (!isSettingKey(key)) notHere();
  const [t, labels, ruleSet] = await Promise.all([
    getTranslations('adminLimits'),
    limitLabels(),
    readRuleSet(),
  ]);
  const row = (await readSettings(ruleSet)).find((it) => it.key === key);
  const { min, max, units } = settingBounds[key];
  return (
    <AdminFrame actor={actor} at="limits">
      <BackLink href="/admin/limits">{t('back')}</BackLink>
      <h1>{t(`setting.${key}`)}</h1>
      <p className="quiet mt-8">{t(`settingMeans.${key}`)}</p>
      <ActionForm
        action={changeSettingNow.bind(null, key)}
        labels={labels}
        problemWords={t.raw('problem')}
      >
        <FormText
          name="amount"
          label={t('field.amount')}
          hint={t('between', { min, max })}
          value={row && String(row.amount)}
          inputMode="numeric"
          width="tiny"
        />
        {units.length > 0 && (
          <FormSelect
            name="unit"
            label={t('field.unit')}
            value={row?.unit ?? ''}
            width="short"
            options={units.map((it) => ({ value: it, label: t(`unit.${it}`) }))}
          />
        )}
        <FormText
          name="source"
          label={t('field.source')}
          hint={t('sourceHint')}
          value={row?.source}
        />
        <div className="mt-32">
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </ActionForm>
    </AdminFrame>
  );
}

import type { Metadata } from 'next';
import { applyPresetNow } from '@/app/actions/admin/limits';
import { AdminFrame } from '@/components/admin/admin-frame';
import { limitLabels } from '@/components/admin/limit-fields';
import { PresetPreview } from '@/components/admin/preset-preview';
import { readerLocale } from '@/components/appeals/telling';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { ActionForm } from '@/components/forms/action-form';
import { FormCheckbox } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { BackLink, Part } from '@/components/ui/headings';
import { OpenSteps } from '@/components/ui/open-steps';
import { requirePower } from '@/lib/auth/session';
import { readTree } from '@/lib/categories/queries';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import { type Preset, presetCodes } from '@/lib/rule-sets/preset';
import { presets } from '@/lib/rule-sets/presets';
import { previewPreset } from '@/lib/rules/apply-preset';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminLimits.preset');
  return { title: t('heading') };
}

export default async function PresetsPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('limits');
  const [t, locale, asked] = await Promise.all([
    getTranslations('adminLimits'),
    readerLocale(),
    searchParams,
  ]);
  const code = presetCodes.find((it) => it === firstParam(asked.preset));
  const said = (it: Preset) => ({
    name: nameIn(locale, it),
    about: nameIn(locale, { name: it.about, nameEn: it.aboutEn }),
  });
  return (
    <AdminFrame actor={actor} at="limits">
      <BackLink href="/admin/limits">{t('back')}</BackLink>
      <h1>{t('preset.heading')}</h1>
      <p className="quiet mt-8">{t('preset.lead')}</p>
      <div className="mt-24">
        <OpenSteps
          steps={presetCodes.map((it) => ({
            href: `/admin/limits/presets?preset=${it}#preview`,
            words: said(presets[it]).name,
            hint: said(presets[it]).about,
          }))}
        />
      </div>
      {code && <Preview preset={presets[code]} name={said(presets[code]).name} />}
    </AdminFrame>
  );
}

async function Preview({ preset, name }: { preset: Preset; name: string }) {
  const [t, tree, labels, plan] = await Promise.all([
    getTranslations('adminLimits'),
    readTree(),
    limitLabels(),
    previewPreset(preset.code),
  ]);
  const count = plan.limits.length + plan.settings.length;
  return (
    <Part id="preview" heading={t('preset.would', { name })}>
      <p>{t('preset.count', { count, same: plan.same })}</p>
      {count > 0 && <PresetPreview plan={plan} tree={tree} />}
      <p className="quiet mt-16">{t('preset.after')}</p>
      <ActionForm action={applyPresetNow} labels={labels} problemWords={t.raw('problem')}>
        <input type="hidden" name="preset" value={preset.code} />
        <input type="hidden" name="fingerprint" value={plan.fingerprint} />
        <FormCheckbox name="sure" label={t('field.sure')} />
        <div className="mt-24">
          <SubmitButton>{t('preset.confirm', { name })}</SubmitButton>
        </div>
      </ActionForm>
    </Part>
  );
}

import { FormCheckbox, FormSelect, FormText } from '@/components/forms/form-fields';
import { OrganisationMark } from '@/components/shell/organisation-mark';
import { getTranslations } from '@/lib/i18n/words';
import { markPixels, mostMarkBytes } from '@/lib/installation/mark';
import type { InstallationSettings } from '@/lib/installation/settings';
import { zones } from '@/lib/installation/zones';
import { MarkField } from './settings-mark-field';

export const organisationFields = ['name', 'nameEn', 'phone', 'zone', 'mark'] as const;

interface OrganisationFieldsProps {
  settings: InstallationSettings;
  /** What the names stand for before anybody has written one: nothing is filled in. */
  fresh?: boolean;
}

/** What an organisation says about itself; asked in set-up, changed in the settings. */
export async function OrganisationFields({ settings, fresh = false }: OrganisationFieldsProps) {
  const t = await getTranslations('adminSettings');
  const { name, nameEn, phone, zone, marked } = settings;
  return (
    <>
      <FormText
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        value={fresh ? undefined : name}
        lang="zh-CN"
      />
      <FormText
        name="nameEn"
        label={t('nameEn')}
        hint={t('nameEnHint')}
        value={fresh ? undefined : nameEn}
        lang="en"
      />
      <FormText
        name="phone"
        type="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        value={phone ?? undefined}
        width="short"
        optional
      />
      <FormSelect
        name="zone"
        label={t('zone')}
        hint={t('zoneHint')}
        value={zone}
        choose={false}
        options={zones.map((it) => ({ value: it, label: it }))}
      />
      {marked && (
        <p className="flex items-center gap-12 mt-32 [&_svg]:size-[2.5rem] [&_svg]:flex-none">
          <OrganisationMark marked />
          <span className="quiet">{t('markNow')}</span>
        </p>
      )}
      <MarkField
        label={t(marked ? 'markOther' : 'mark')}
        hint={t('markHint', { kilobytes: mostMarkBytes / 1024, ...markPixels })}
      />
      {marked && <FormCheckbox name="noMark" label={t('noMark')} />}
    </>
  );
}

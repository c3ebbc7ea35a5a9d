import { saveSettings } from '@/app/actions/admin/settings';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { settings as processSettings } from '@/lib/env';
import { getTranslations } from '@/lib/i18n/words';
import { readSettings } from '@/lib/installation/settings';
import { OrganisationFields, organisationFields } from './settings-fields';

export async function SettingsForm() {
  const [t, settings] = await Promise.all([getTranslations('adminSettings'), readSettings()]);
  const { timeZone } = processSettings();
  return (
    <ActionForm
      action={saveSettings.bind(null, 'settings')}
      labels={Object.fromEntries(
        [...organisationFields, 'reopenDays' as const].map((it) => [it, t(it)]),
      )}
      problemWords={t.raw('problems')}
    >
      {settings.zone !== timeZone && (
        <div className="mt-24">
          <Note boxed heading={t('zonesDiffer')}>
            <p>{t('zonesDifferNote', { rules: settings.zone, pages: timeZone })}</p>
          </Note>
        </div>
      )}
      <OrganisationFields settings={settings} />
      <FormText
        name="reopenDays"
        label={t('reopenDays')}
        hint={t('reopenDaysHint')}
        value={`${settings.reopenDays}`}
        inputMode="numeric"
        width="tiny"
      />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('submit')}</SubmitButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}

import { saveSettings } from '@/app/actions/admin/settings';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';
import type { SetUpState } from '@/lib/installation/set-up';
import { readSettings } from '@/lib/installation/settings';
import { OrganisationFields, organisationFields } from './settings-fields';

export async function OrganisationStep({ state }: { state: SetUpState }) {
  const [t, words, settings] = await Promise.all([
    getTranslations('setUp.organisation'),
    getTranslations('adminSettings'),
    readSettings(),
  ]);
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <ActionForm
        action={saveSettings.bind(null, 'set-up')}
        labels={Object.fromEntries(organisationFields.map((it) => [it, words(it)]))}
        problemWords={words.raw('problems')}
      >
        <OrganisationFields settings={settings} fresh={!state.done.organisation} />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('submit')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
    </>
  );
}

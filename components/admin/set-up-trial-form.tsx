import { randomUUID } from 'node:crypto';
import { fileTrial } from '@/app/actions/admin/set-up';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';

/** `second` where the page has another main button. */
export async function TrialForm({
  place,
  second,
}: {
  place: 'set-up' | 'settings';
  second?: boolean;
}) {
  const t = await getTranslations('setUp.trial');
  return (
    <ActionForm
      action={fileTrial.bind(null, place)}
      labels={{ what: t('what'), place: t('place') }}
      problemWords={t.raw('problems')}
      prefix="trial"
    >
      <input type="hidden" name="formKey" value={randomUUID()} />
      <FormArea name="what" label={t('what')} value={t('whatExample')} max={5000} rows={4} />
      <FormText name="place" label={t('place')} value={t('placeExample')} />
      <div className="mt-32">
        <Buttons>
          <SubmitButton kind={second ? 'second' : 'main'}>{t('submit')}</SubmitButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}

import { ruleRetention } from '@/app/actions/admin/retention';
import { ProofField } from '@/components/account/proof-field';
import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { getTranslations } from '@/lib/i18n/words';
import { readSettings } from '@/lib/installation/settings';

const fields = ['photoDays', 'contactDays', 'wordDays'] as const;

/** How long what is kept of a closed case stays. */
export async function KeepingPart() {
  const [t, settings] = await Promise.all([getTranslations('adminSettings'), readSettings()]);
  return (
    <Part id="keeping" heading={t('keeping')}>
      <ActionForm
        action={ruleRetention}
        prefix="keeping"
        labels={Object.fromEntries(fields.map((it) => [it, t(it)]))}
        problemWords={t.raw('problems')}
      >
        {fields.map((it) => (
          <FormText
            key={it}
            name={it}
            label={t(it)}
            hint={t(`${it}Hint`)}
            value={`${settings[it]}`}
            inputMode="numeric"
            width="tiny"
          />
        ))}
        <ProofField />
        <div className="mt-16">
          <Buttons>
            <SubmitButton kind="second">{t('keepingSubmit')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
    </Part>
  );
}

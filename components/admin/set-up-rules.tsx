import { chooseRules } from '@/app/actions/admin/set-up';
import { readerLocale } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import { chosenRuleSet } from '@/lib/installation/choose-rule-set';
import { presetCodes } from '@/lib/rule-sets/preset';
import { presets } from '@/lib/rule-sets/presets';
import { PresetPromises } from './set-up-preset';

/** Which rules the place begins with; what each promises stands beneath, with where it comes from. */
export async function RulesStep() {
  const [t, locale, chosen] = await Promise.all([
    getTranslations('setUp.rules'),
    readerLocale(),
    chosenRuleSet(),
  ]);
  const all = presetCodes.map((code) => presets[code]);
  return (
    <>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <ActionForm
        action={chooseRules}
        labels={{ ruleSet: t('label') }}
        problemWords={t.raw('problems')}
      >
        <FormChoices
          name="ruleSet"
          label={t('label')}
          value={chosen ?? undefined}
          choices={all.map((it) => ({
            value: it.code,
            label: nameIn(locale, it),
            hint: nameIn(locale, { name: it.about, nameEn: it.aboutEn }),
          }))}
        />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('submit')}</SubmitButton>
          </Buttons>
        </div>
      </ActionForm>
      <Part id="details" heading={t('details')} aside={t('detailsNote')}>
        {all.map((it) => (
          <details key={it.code}>
            <summary>{t('detailsOf', { name: nameIn(locale, it) })}</summary>
            <PresetPromises preset={it} />
          </details>
        ))}
      </Part>
    </>
  );
}

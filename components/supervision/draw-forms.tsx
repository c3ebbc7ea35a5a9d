import { announceSpotDraw, enterSpotValue } from '@/app/actions/spot-checks';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { civilDay } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { shares } from '@/lib/spot-checks/draw';
import type { OpenDraw } from '@/lib/spot-checks/read-draws';
import { supervisionWords } from './words';

/** The next draw is announced; or the value it waits for is written down. */
export async function DrawForms({ waiting, at }: { waiting: OpenDraw | undefined; at: Date }) {
  const [t, { telling }] = await Promise.all([getTranslations('spotChecks'), supervisionWords(at)]);
  if (waiting) {
    const day = civilDay(waiting.valueOn, telling);
    return (
      <ActionForm
        action={enterSpotValue}
        labels={{ value: t('form.value'), again: t('form.again') }}
        problemWords={t.raw('problems')}
      >
        <p>{t('form.waits', { source: waiting.source, day })}</p>
        <FormText name="value" label={t('form.value')} hint={t('form.valueHint')} />
        <FormText name="again" label={t('form.again')} />
        <Buttons>
          <SubmitButton>{t('form.enter')}</SubmitButton>
        </Buttons>
      </ActionForm>
    );
  }
  return (
    <ActionForm
      action={announceSpotDraw}
      labels={{
        perMille: t('form.perMille'),
        source: t('form.source'),
        valueOn: t('form.valueOn'),
      }}
      problemWords={t.raw('problems')}
    >
      <FormSelect
        name="perMille"
        label={t('form.perMille')}
        options={shares.map((it) => ({ value: it, label: `${Number(it) / 10}%` }))}
      />
      <FormText name="source" label={t('form.source')} hint={t('form.sourceHint')} />
      <FormText
        name="valueOn"
        type="date"
        width="short"
        label={t('form.valueOn')}
        hint={t('form.valueOnHint')}
      />
      <Buttons>
        <SubmitButton>{t('form.announce')}</SubmitButton>
      </Buttons>
    </ActionForm>
  );
}

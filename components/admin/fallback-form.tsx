import { nameTheFallbacks } from '@/app/actions/admin/fallbacks';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';
import { readCandidates } from '@/lib/installation/fallbacks';

interface FallbackFormProps {
  place: 'admin' | 'set-up';
  /** Ids of those named now, the first before the second. */
  named: readonly string[];
}

/** Two people, of two units; whoever could no longer be named is not offered. */
export async function FallbackForm({ place, named }: FallbackFormProps) {
  const [t, locale, people] = await Promise.all([
    getTranslations('adminFallbacks'),
    readerLocale(),
    readCandidates(),
  ]);
  const units = [...new Map(people.map(({ unit }) => [unit.id, unit])).values()];
  const options = units.map((unit) => ({
    label: nameOf(unit, locale),
    options: people
      .filter((it) => it.unit.id === unit.id)
      .map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <ActionForm
      action={nameTheFallbacks.bind(null, place)}
      labels={{ first: t('first'), second: t('second') }}
      problemWords={t.raw('problems')}
      className="mt-24"
    >
      <FormSelect name="first" label={t('first')} value={named[0]} options={options} />
      <FormSelect
        name="second"
        label={t('second')}
        hint={t('secondHint')}
        value={named[1]}
        options={options}
      />
      <div className="mt-32">
        <Buttons>
          <SubmitButton>{t('submit')}</SubmitButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}

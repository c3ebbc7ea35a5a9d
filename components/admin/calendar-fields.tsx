import { FormArea, FormChoices, FormText } from '@/components/forms/form-fields';
import { getTranslations } from '@/lib/i18n/words';
import type { CalendarView } from '@/lib/rules/calendar-queries';

export async function calendarLabels(): Promise<Record<string, string>> {
  const t = await getTranslations('adminCalendars.field');
  const names = ['how', 'rows', 'source', 'lastKnownYear', 'businessEndsAt'] as const;
  return Object.fromEntries(names.map((it) => [it, t(it)]));
}

/** A version to follow the newest one. */
export async function CalendarFields({ base }: { base: CalendarView }) {
  const t = await getTranslations('adminCalendars');
  return (
    <>
      <input type="hidden" name="base" value={base.version} />
      <FormChoices
        name="how"
        label={t('field.how')}
        value="amend"
        choices={[
          { value: 'amend', label: t('how.amend'), hint: t('how.amendHint') },
          { value: 'replace', label: t('how.replace'), hint: t('how.replaceHint') },
        ]}
      />
      <FormArea name="rows" label={t('field.rows')} hint={t('rowsHint')} rows={12} />
      <FormText name="source" label={t('field.source')} hint={t('sourceHint')} />
      <FormText
        name="lastKnownYear"
        label={t('field.lastKnownYear')}
        hint={t('lastKnownHint')}
        value={String(base.lastKnownYear)}
        inputMode="numeric"
        width="tiny"
      />
      <FormText
        name="businessEndsAt"
        label={t('field.businessEndsAt')}
        hint={t('businessHint')}
        value={base.businessEndsAt}
        width="tiny"
      />
    </>
  );
}

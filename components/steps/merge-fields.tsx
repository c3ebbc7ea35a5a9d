import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { FormArea, FormText } from '@/components/forms/form-fields';
import { Facts } from '@/components/ui/facts';
import { Note } from '@/components/ui/note';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { behind } from '@/lib/appeals/merged';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** Into which case; once looked up, what that case is stands above the reason. */
export async function MergeFields({ actor, starts }: StepProps) {
  const t = await getTranslations('steps.merge');
  const number = starts?.number;
  const target = number ? await viewCase(actor, number) : null;
  return (
    <>
      {target && <Target target={target} />}
      <FormText
        name="number"
        label={t('number')}
        hint={t('numberHint')}
        width="short"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={number}
      />
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} max={1000} />
    </>
  );
}

async function Target({ target }: { target: NonNullable<Awaited<ReturnType<typeof viewCase>>> }) {
  const [t, d, words, locale] = await Promise.all([
    getTranslations('steps.merge'),
    getTranslations('desk.voices'),
    getTranslations('words'),
    readerLocale(),
  ]);
  const { caseNumber, status } = target.file.appeal;
  return (
    <Note boxed heading={t('target')}>
      <Facts
        side
        facts={[
          { term: spokenCaseNumber(caseNumber), detail: target.detail.title },
          {
            term: words(`status.${status}`),
            detail: nameOf(target.lead?.unit ?? null, locale) || target.detail.place,
          },
          { term: d('behindTerm'), detail: d('behind', { ...behind(target.file) }) },
        ]}
      />
      <p className="mt-8">{t('same')}</p>
    </Note>
  );
}

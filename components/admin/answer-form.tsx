import { saveAnswer, setAnswerUse } from '@/app/actions/answers';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormText } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons, LinkButton } from '@/components/ui/button';
import { BackLink, Part } from '@/components/ui/headings';
import type { AnswerLine } from '@/lib/answers/read';
import { getTranslations } from '@/lib/i18n/words';
import { categoryChoices } from '@/lib/templates/read';

/** One answer: what is asked, what is said, in one language or in both. */
export async function AnswerForm({ answer }: { answer?: AnswerLine }) {
  const [t, locale, categories] = await Promise.all([
    getTranslations('answers.admin'),
    readerLocale(),
    categoryChoices(),
  ]);
  const own = answer?.category;
  const offered = categories.map((it) => ({
    value: it.id,
    label: `${'　'.repeat(it.level - 1)}${nameOf(it, locale)}`,
  }));
  const gone = own && !categories.some((it) => it.id === own.id);
  const options = gone ? [{ value: own.id, label: nameOf(own, locale) }, ...offered] : offered;
  const names = ['categoryId', 'question', 'body', 'questionEn', 'bodyEn'] as const;
  return (
    <>
      <BackLink href="/admin/answers">{t('back')}</BackLink>
      <h1>{answer ? t('one') : t('add')}</h1>
      {answer?.retiredAt && <p className="quiet mt-8">{t('isRetired')}</p>}
      <ActionForm
        action={saveAnswer.bind(null, answer?.id ?? null)}
        labels={Object.fromEntries(names.map((name) => [name, t(name)]))}
        problemWords={t.raw('problems')}
      >
        {answer && <input type="hidden" name="version" value={answer.version} />}
        <FormText
          name="question"
          label={t('question')}
          hint={t('questionHint')}
          value={answer?.question}
        />
        <FormArea
          name="body"
          label={t('body')}
          hint={t('bodyHint')}
          value={answer?.body}
          max={3000}
          rows={8}
        />
        <FormSelect
          name="categoryId"
          label={t('categoryId')}
          value={own?.id ?? ''}
          choose={false}
          options={[{ value: '', label: t('noCategory') }, ...options]}
        />
        <FormText
          name="questionEn"
          label={t('questionEn')}
          hint={t('englishHint')}
          value={answer?.questionEn ?? undefined}
          optional
        />
        <FormArea
          name="bodyEn"
          label={t('bodyEn')}
          value={answer?.bodyEn ?? undefined}
          max={6000}
          rows={8}
          optional
        />
        <div className="mt-32">
          <Buttons>
            <SubmitButton>{t('save')}</SubmitButton>
            <LinkButton href="/admin/answers" kind="plain">
              {t('cancel')}
            </LinkButton>
          </Buttons>
        </div>
      </ActionForm>
      {answer && <AnswerUse id={answer.id} retired={answer.retiredAt !== null} />}
    </>
  );
}

async function AnswerUse({ id, retired }: { id: string; retired: boolean }) {
  const t = await getTranslations('answers.admin');
  const deed = retired ? 'restore' : 'retire';
  return (
    <Part id="use" heading={t(deed)}>
      <p className="quiet">{t(`${deed}Lead`)}</p>
      <ActionForm
        action={setAnswerUse.bind(null, id, retired ? 'restored' : 'retired')}
        prefix="use"
        className="mt-16"
        problemWords={t.raw('problems')}
      >
        <SubmitButton kind={retired ? 'second' : 'grave'}>{t(deed)}</SubmitButton>
      </ActionForm>
    </Part>
  );
}

import type { Metadata } from 'next';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { ResidentShell } from '@/components/resident/resident-shell';
import { LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { FilterSearch, Filters } from '@/components/ui/filters';
import { Part } from '@/components/ui/headings';
import { type AnswerLine, shownAnswers } from '@/lib/answers/read';
import type { Locale } from '@/lib/i18n/locale';
import { namesIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('answers');
  return { title: t('title') };
}

/** What is often asked, with the answer beneath each question. */
export default async function AnswersPage({ searchParams }: { searchParams: PageParams }) {
  const [t, locale, params] = await Promise.all([
    getTranslations('answers'),
    readerLocale(),
    searchParams,
  ]);
  const words = (firstParam(params.q) ?? '').trim();
  const answers = await shownAnswers(words);
  const inOrder = [...new Set(answers.map((it) => it.category?.id ?? ''))];
  return (
    <ResidentShell>
      <h1>{t('title')}</h1>
      <p className="lead mt-8 mb-24">{t('lead')}</p>
      <Filters action="/answers" label={t('find')} submit={t('search')}>
        <FilterSearch name="q" label={t('words')} value={words || undefined} />
      </Filters>
      {answers.length === 0 && (
        <Empty kind="missing" heading={t(words ? 'notFound' : 'none')}>
          <p className="quiet">{t('noneNext')}</p>
        </Empty>
      )}
      {inOrder.map((id) => {
        const here = answers.filter((it) => (it.category?.id ?? '') === id);
        return (
          <Part
            key={id}
            id={`of-${id || 'none'}`}
            heading={nameOf(here[0]?.category ?? null, locale) || t('other')}
          >
            {here.map((it) => (
              <Answered key={it.id} answer={it} locale={locale} />
            ))}
          </Part>
        );
      })}
      <div className="mt-48">
        <LinkButton href="/file">{t('file')}</LinkButton>
      </div>
    </ResidentShell>
  );
}

/** In the reader's language where there is one, else in Chinese and marked as such. */
function Answered({ answer, locale }: { answer: AnswerLine; locale: Locale }) {
  const english = namesIn(locale) === 'en' && answer.questionEn !== null && answer.bodyEn !== null;
  return (
    <details className="answer" id={answer.id} lang={english ? 'en' : 'zh-CN'}>
      <summary>{english ? answer.questionEn : answer.question}</summary>
      <p className="whitespace-pre-line mt-8 mb-16">{english ? answer.bodyEn : answer.body}</p>
    </details>
  );
}

import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Anchor } from '@/components/ui/anchor';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Notice } from '@/components/ui/note';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { type AnswerLine, listAnswers } from '@/lib/answers/read';
import { requirePower } from '@/lib/auth/session';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('answers.admin');
  return { title: t('heading') };
}

const deeds = ['added', 'changed', 'retired', 'restored'] as const;

/** Answers to what is often asked. */
export default async function AnswersAdminPage({ searchParams }: { searchParams: PageParams }) {
  const [actor, params] = await Promise.all([requirePower('answers'), searchParams]);
  const [t, answers] = await Promise.all([getTranslations('answers.admin'), listAnswers()]);
  const done = deeds.find((it) => it === firstParam(params.done));
  return (
    <AdminFrame actor={actor} at="answers">
      {done && (
        <div className="mb-24">
          <Notice kind="calm" heading={t(`done.${done}`)}>
            <p className="mt-4">{t('doneNext')}</p>
          </Notice>
        </div>
      )}
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      <div className="mt-24 mb-24">
        <Buttons>
          <LinkButton href="/admin/answers/new">{t('add')}</LinkButton>
          <LinkButton href="/answers" kind="plain">
            {t('see')}
          </LinkButton>
        </Buttons>
      </div>
      {answers.length > 0 ? (
        <AnswerRows answers={answers} />
      ) : (
        <Empty kind="missing" heading={t('none')}>
          <p className="quiet">{t('noneNext')}</p>
        </Empty>
      )}
    </AdminFrame>
  );
}

async function AnswerRows({ answers }: { answers: readonly AnswerLine[] }) {
  const [t, telling] = await Promise.all([getTranslations('answers.admin'), tellingAt(now())]);
  const columns = (['question', 'categoryId', 'changedAt'] as const).map((it) => ({
    label: t(it),
  }));
  return (
    <Rows caption={t('heading')} captionHidden columns={columns}>
      {answers.map((it) => (
        <Row key={it.id}>
          <Cell head>
            <RowTitle>
              <Anchor href={`/admin/answers/${it.id}`}>
                <span lang="zh-CN">{it.question}</span>
              </Anchor>
            </RowTitle>
            {!it.questionEn && <RowBy>{t('noEnglish')}</RowBy>}
          </Cell>
          <Cell label={t('categoryId')}>
            {nameOf(it.category, telling.locale) || t('noCategory')}
          </Cell>
          <Cell label={t('changedAt')}>
            {dayOf(it.changedAt, telling)}
            {it.retiredAt && <RowBy>{t('isRetired')}</RowBy>}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}

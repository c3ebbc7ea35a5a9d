import { closeCases } from '@/app/actions/coming-back';
import { nameOf } from '@/components/appeals/story-words';
import { langOf, tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Button, Buttons } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Cell, Row, Rows } from '@/components/ui/rows';
import { StatusWord } from '@/components/ui/status-word';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { OwnCaseLine } from '@/lib/appeals/queries/own-cases';
import { privatePath } from '@/lib/auth/link-token';
import { fullDayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';
import { richWords } from './rich-words';

/** All cases of whoever came back with a code; each opens by its own private link. */
export async function OwnCases({ cases }: { cases: readonly OwnCaseLine[] }) {
  const [t, words, telling] = await Promise.all([
    getTranslations('mine'),
    getTranslations('words'),
    tellingAt(now()),
  ]);
  const columns = (['what', 'status', 'filed'] as const).map((it) => ({ label: t(it) }));
  return (
    <>
      <h1>{t('title')}</h1>
      {cases.length === 0 ? (
        <Empty kind="missing" heading={t('none')}>
          <p>{t.rich('noneNext', await richWords())}</p>
        </Empty>
      ) : (
        <>
          <p className="lead mt-8 mb-24">{t('listLead', { count: cases.length })}</p>
          <Rows caption={t('title')} captionHidden columns={columns}>
            {cases.map(({ voice, title, category, ...it }) => (
              <Row key={voice.id}>
                <Cell head>
                  <Anchor href={privatePath(voice)} reload>
                    <span lang={title ? langOf(it.locale) : undefined}>
                      {title || nameOf(category, telling.locale) || words('uncategorised')}
                    </span>
                  </Anchor>
                  <span className="meta num block">{spokenCaseNumber(it.caseNumber)}</span>
                </Cell>
                <Cell label={t('status')}>
                  <StatusWord ring={it.status}>
                    {it.closedAs
                      ? words(`closedAs.${it.closedAs}`)
                      : words(`residentStatus.${it.status}`)}
                  </StatusWord>
                </Cell>
                <Cell label={t('filed')}>{fullDayOf(it.filedAt, telling)}</Cell>
              </Row>
            ))}
          </Rows>
        </>
      )}
      {cases.length > 0 && (
        <p className="alone mt-24">
          <Anchor href="/mine/data" reload>
            {t('data')}
          </Anchor>
        </p>
      )}
      <form action={closeCases} className="mt-32">
        <Buttons>
          <Button kind="second">{t('close')}</Button>
        </Buttons>
        <p className="meta mt-8">{t('closeNote')}</p>
      </form>
    </>
  );
}

import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { BackLink } from '@/components/ui/headings';
import { RowGo } from '@/components/ui/row-go';
import { Cell, Row, Rows, RowTitle } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { mostNotTold, type NotTold } from '@/lib/notices/by-letter';
import { now } from '@/lib/time/now';

/** Whom to write a letter to. */
export async function NotToldPage({ rows }: { rows: readonly NotTold[] }) {
  const [t, letter, desk, kinds, telling] = await Promise.all([
    getTranslations('paperLetter.list'),
    getTranslations('paperLetter'),
    getTranslations('desk.step'),
    getTranslations('letters.kinds'),
    tellingAt(now()),
  ]);
  const columns = [
    { label: t('case') },
    { label: t('news') },
    { label: t('since') },
    { label: '' },
  ];
  return (
    <>
      <BackLink href="/desk">{desk('desk')}</BackLink>
      <h1>{t('title')}</h1>
      <p className="quiet mt-8 mb-24">{t('lead')}</p>
      {rows.length === 0 ? (
        <Empty kind="done" heading={t('none')}>
          <p className="quiet">{t('noneNext')}</p>
        </Empty>
      ) : (
        <Rows caption={t('caption')} captionHidden columns={columns}>
          {rows.map((it) => (
            <Row key={it.voiceId}>
              <Cell head>
                <RowTitle>
                  <Anchor href={`/appeals/${it.caseNumber}`}>
                    <span className="num">{spokenCaseNumber(it.caseNumber)}</span>
                  </Anchor>
                </RowTitle>
              </Cell>
              <Cell label={t('news')}>{kinds(`${it.kind}.subject`)}</Cell>
              <Cell beside label={t('since')}>
                {momentOf(it.since, telling)}
              </Cell>
              <Cell>
                <RowGo
                  href={`/appeals/${it.caseNumber}/letter?voice=${it.voiceId}`}
                  about={spokenCaseNumber(it.caseNumber)}
                >
                  {letter('write')}
                </RowGo>
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
      {rows.length === mostNotTold && (
        <p className="quiet mt-16">{t('more', { count: mostNotTold })}</p>
      )}
    </>
  );
}

import { langOf, tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Empty } from '@/components/ui/empty';
import { BackLink } from '@/components/ui/headings';
import { RowGo } from '@/components/ui/row-go';
import { Cell, Row, Rows, RowTitle } from '@/components/ui/rows';
import { StatusWord } from '@/components/ui/status-word';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { ToLookAt } from '@/lib/publication/to-look-at';
import { now } from '@/lib/time/now';

/** Cases to be read through before everybody may read them. */
export async function ShowingsPage({ waiting }: { waiting: readonly ToLookAt[] }) {
  const [t, desk, words, telling] = await Promise.all([
    getTranslations('shown.desk'),
    getTranslations('desk.step'),
    getTranslations('words.status'),
    tellingAt(now()),
  ]);
  const columns = [
    { label: t('case') },
    { label: t('status') },
    { label: t('agreed') },
    { label: '' },
  ];
  return (
    <>
      <BackLink href="/desk">{desk('desk')}</BackLink>
      <h1>{t('title')}</h1>
      <p className="quiet mt-8 mb-24">{t('lead')}</p>
      {waiting.length === 0 ? (
        <Empty kind="done" heading={t('none')}>
          <p className="quiet">{t('noneNext')}</p>
        </Empty>
      ) : (
        <Rows caption={t('caption')} captionHidden columns={columns}>
          {waiting.map((it) => (
            <Row key={it.caseNumber}>
              <Cell head>
                <RowTitle>
                  <Anchor href={`/appeals/${it.caseNumber}`}>
                    <span lang={langOf(it.voiceLocale)}>{it.title}</span>
                  </Anchor>
                </RowTitle>
              </Cell>
              <Cell beside label={t('status')}>
                <StatusWord ring={it.status}>{words(it.status)}</StatusWord>
              </Cell>
              <Cell beside label={t('agreed')}>
                {dayOf(it.agreedAt, telling)}
              </Cell>
              <Cell>
                <RowGo href={`/appeals/${it.caseNumber}/publish`} about={it.title}>
                  {t(it.shownBefore ? 'again' : 'go')}
                </RowGo>
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}

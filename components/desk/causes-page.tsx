import { langOf, tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { DueMark } from '@/components/ui/due-mark';
import { Empty } from '@/components/ui/empty';
import { BackLink } from '@/components/ui/headings';
import { RowGo } from '@/components/ui/row-go';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import type { OwnCause } from '@/lib/appeals/queries/causes';
import { civilDay, dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { civilDateOf } from '@/lib/time/civil';

/** Causes that are ours: cases, people, since when, and the one step there is. */
export async function CausesPage({ causes, at }: { causes: readonly OwnCause[]; at: Date }) {
  const [t, desk, words, telling] = await Promise.all([
    getTranslations('causes'),
    getTranslations('desk.step'),
    getTranslations('words.causeClass'),
    tellingAt(at),
  ]);
  const columns = (['case', 'cause', 'people', 'since', 'answer'] as const).map((name) => ({
    label: t(`column.${name}`),
    end: name === 'people',
  }));
  const people = causes.reduce((sum, it) => sum + it.people, 0);
  const today = civilDateOf(at, telling.zone);
  return (
    <>
      <BackLink href="/desk">{desk('desk')}</BackLink>
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {causes.length === 0 ? (
        <Empty kind="done" heading={t('none')}>
          <p className="quiet">{t('noneNext')}</p>
        </Empty>
      ) : (
        <>
          <p className="mt-16">{t('count', { cases: causes.length, people })}</p>
          <Rows caption={t('caption')} captionHidden columns={columns}>
            {causes.map((cause) => (
              <Row key={cause.id} first={cause.byOn === null}>
                <Cell head>
                  <RowTitle>
                    <Anchor href={`/appeals/${cause.caseNumber}`}>
                      <span lang={langOf(cause.voiceLocale)}>{cause.title}</span>
                    </Anchor>
                  </RowTitle>
                </Cell>
                <Cell label={t('column.cause')}>
                  {words(cause.class)}
                  <RowBy>{cause.what}</RowBy>
                </Cell>
                <Cell end beside label={t('column.people')}>
                  {cause.people}
                </Cell>
                <Cell beside label={t('column.since')}>
                  {dayOf(cause.at, telling)}
                </Cell>
                <Cell>
                  {cause.byOn && (
                    <DueMark
                      kind={cause.byOn < today ? 'red' : 'ok'}
                      word={t(cause.byOn < today ? 'late' : 'byOn', {
                        date: civilDay(cause.byOn, telling),
                      })}
                      calm
                    />
                  )}
                  <RowGo href={`/appeals/${cause.caseNumber}/answerCause`} about={cause.title}>
                    {t(cause.byOn ? 'again' : 'go')}
                  </RowGo>
                </Cell>
              </Row>
            ))}
          </Rows>
        </>
      )}
    </>
  );
}

import { nameOf } from '@/components/appeals/story-words';
import { dot, langOf, tellingAt } from '@/components/appeals/telling';
import { TrialMark } from '@/components/appeals/trial-mark';
import { Anchor } from '@/components/ui/anchor';
import { RowGo } from '@/components/ui/row-go';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { Line } from '@/lib/appeals/queries/search';
import { momentOf } from '@/lib/i18n/dates';
import { spanWords } from '@/lib/i18n/spans';
import { getTranslations } from '@/lib/i18n/words';
import { standingWords } from './standing';

interface LineRowsProps {
  lines: readonly Line[];
  at: Date;
  /** The step offered beside each row; without one the case itself. */
  verb?: 'answer';
}

/** Appeals, newest first. */
export async function LineRows({ lines, at, verb }: LineRowsProps) {
  const [t, inbox, words, telling, standing, trial] = await Promise.all([
    getTranslations('desk.search'),
    getTranslations('desk.inbox'),
    getTranslations('words'),
    tellingAt(at),
    standingWords(),
    TrialMark(),
  ]);
  const columns = [
    { label: t('filedAt') },
    { label: inbox('column.appeal') },
    { label: inbox('column.status') },
    { label: inbox('column.number') },
    { label: inbox('column.next') },
  ];
  return (
    <Rows caption={t('caption')} captionHidden inbox columns={columns}>
      {lines.map((line) => (
        <Row key={line.id}>
          <Cell>
            <span>{momentOf(line.filedAt, telling)}</span>
            <RowBy>
              {t('ago', { span: spanWords(at.getTime() - line.filedAt.getTime(), telling.locale) })}
            </RowBy>
          </Cell>
          <Cell>
            <RowTitle>
              <Anchor href={`/appeals/${line.caseNumber}`} lang={langOf(line.voiceLocale)}>
                {line.title}
              </Anchor>
              {line.trial && trial}
            </RowTitle>
            <RowBy>
              <span lang={langOf(line.voiceLocale)}>{line.place}</span>
              {dot(telling.locale)}
              {nameOf(line.category, telling.locale) || words('uncategorised')}
            </RowBy>
          </Cell>
          <Cell>
            {standing(line.status, line.round)}
            <RowBy>
              {line.closedAs
                ? words(`closedAs.${line.closedAs}`)
                : nameOf(line.unit, telling.locale)}
            </RowBy>
          </Cell>
          <Cell label={inbox('column.number')}>
            <span className="meta num nb">{spokenCaseNumber(line.caseNumber)}</span>
          </Cell>
          <Cell>
            <RowGo href={`/appeals/${line.caseNumber}${verb ? `/${verb}` : ''}`} about={line.title}>
              {inbox(`go.${verb ?? 'look'}`)}
            </RowGo>
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}

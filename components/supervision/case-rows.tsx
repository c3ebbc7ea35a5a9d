import { Standing } from '@/components/desk/standing';
import { Anchor } from '@/components/ui/anchor';
import { DueMark } from '@/components/ui/due-mark';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { momentOf, promisedMomentOf } from '@/lib/i18n/dates';
import { spanWords } from '@/lib/i18n/spans';
import type { CaseRow } from '@/lib/measures/cases';
import { supervisionWords } from './words';

type CaseRowsProps = {
  rows: readonly CaseRow[];
  /** behind: one answer a row · overdue: the date promised · list: since when it stands there. */
  kind: 'behind' | 'overdue' | 'list';
  at: Date;
};

type Words = Awaited<ReturnType<typeof supervisionWords>>;

export async function CaseRows({ rows, kind, at }: CaseRowsProps) {
  const words = await supervisionWords(at);
  const { t } = words;
  const names = ['case', kind === 'behind' ? 'at' : 'since', 'unit', 'standing'] as const;
  const columns = [...names, ...(kind === 'behind' ? (['answer'] as const) : [])];
  return (
    <Rows
      caption={t('cases.caption')}
      captionHidden
      columns={columns.map((name) => ({ label: t(`cases.column.${name}`) }))}
    >
      {rows.map((row) => (
        <Row key={row.key}>
          <Cell head>
            <RowTitle>
              <Anchor href={`/appeals/${row.caseNumber}`}>
                {row.title || t('cases.untitled')}
              </Anchor>
            </RowTitle>
            <RowBy>
              <span className="num nb">{spokenCaseNumber(row.caseNumber)}</span>
            </RowBy>
          </Cell>
          <Cell label={t(`cases.column.${names[1]}`)}>
            {kind === 'overdue' ? (
              <Overdue dueAt={row.at} at={at} words={words} />
            ) : (
              <span className="num">{momentOf(row.at, words.telling)}</span>
            )}
            {kind === 'behind' && <RowBy>{t('cases.round', { number: row.round })}</RowBy>}
          </Cell>
          <Cell label={t('cases.column.unit')}>
            {row.unit ? (
              words.unitName(row.unit)
            ) : (
              <span className="quiet">{t('cases.noUnit')}</span>
            )}
          </Cell>
          <Cell label={t('cases.column.standing')}>
            <Standing status={row.status} round={row.presentRound} />
          </Cell>
          {kind === 'behind' && (
            <Cell label={t('cases.column.answer')}>
              <Answer row={row} words={words} />
            </Cell>
          )}
        </Row>
      ))}
    </Rows>
  );
}

function Overdue({ dueAt, at, words }: { dueAt: Date; at: Date; words: Words }) {
  const span = spanWords(at.getTime() - dueAt.getTime(), words.telling.locale);
  return (
    <>
      <DueMark kind="red" word={words.t('cases.overdueBy', { span })} />
      <RowBy>{words.t('cases.due', { moment: promisedMomentOf(dueAt, words.telling) })}</RowBy>
    </>
  );
}

function Answer({ row, words: { t } }: { row: CaseRow; words: Words }) {
  return (
    <>
      {t(`cases.answer.${row.answer ?? 'silent'}`)}
      {row.late && <RowBy>{t('cases.late')}</RowBy>}
      {row.heard && <RowBy>{t('cases.heard', { answer: t(`cases.answer.${row.heard}`) })}</RowBy>}
    </>
  );
}

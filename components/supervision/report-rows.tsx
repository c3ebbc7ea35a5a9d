import { Anchor } from '@/components/ui/anchor';
import { IntervalLine } from '@/components/ui/interval-line';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { type MeasureKey, measureKeys, type Origin } from '@/lib/measures/define';
import { shareOf, type Tally } from '@/lib/measures/tally';
import type { Report } from '@/lib/reports/read-reports';
import { sinceThen } from '@/lib/reports/since';
import { casesAddress } from './address';
import { intervalWords, percent } from './percent';
import { reportWords } from './report-words';

type ReportRowsProps = {
  report: Report;
  origin: Origin;
  caption: string;
  at: Date;
};

/** Every measure the report has of one origin: what it said, and under it what it is now where that differs. */
export async function ReportRows({ report, origin, caption, at }: ReportRowsProps) {
  const { t, r } = await reportWords(at);
  const columns = [
    { label: t('further.measure') },
    ...(['due', 'answered', 'yes', 'share'] as const).map((it) => ({
      label: t(`further.${it}`),
      end: true,
    })),
    { label: r('one.picture') },
  ];
  const keys = measureKeys.filter((key) => report.said.rates[origin][key]);
  return (
    <Rows caption={caption} captionHidden columns={columns}>
      {keys.map((key) => (
        <MeasureLine
          key={key}
          report={report}
          origin={origin}
          measure={key}
          said={report.said.rates[origin][key]}
          now={report.now.rates[origin][key]}
          at={at}
        />
      ))}
    </Rows>
  );
}

type LineProps = Pick<ReportRowsProps, 'report' | 'origin' | 'at'> & {
  measure: MeasureKey;
  said: Tally | undefined;
  now: Tally | undefined;
};

async function MeasureLine({ report, origin, measure, said, now, at }: LineProps) {
  const { t, r } = await reportWords(at);
  if (!said) return null;
  const share = shareOf(said.yes, said.answered);
  const since = sinceThen(said, now);
  const place = { period: report.period, unit: null, measure, origin };
  return (
    <Row>
      <Cell head>
        <Anchor href={casesAddress({ ...place, which: 'due' })}>
          {t(`measure.${measure}.name`)}
        </Anchor>
      </Cell>
      <Cell end beside label={t('further.due')}>
        {said.due}
      </Cell>
      <Cell end beside label={t('further.answered')}>
        {said.answered}
      </Cell>
      <Cell end beside label={t('further.yes')}>
        {said.yes}
      </Cell>
      <Cell end label={t('further.share')}>
        {share ? (
          <>
            <b>{percent(share.value)}%</b>{' '}
            <span className="nb quiet">({intervalWords(share)})</span>
          </>
        ) : (
          t(said.due === 0 ? 'units.none' : 'units.few')
        )}
        {since && (
          <RowBy>
            <b>{r('one.since', { due: since.due, answered: since.answered, yes: since.yes })}</b>
          </RowBy>
        )}
      </Cell>
      <Cell>
        {share && (
          <IntervalLine
            value={100 * share.value}
            interval={[100 * share.low, 100 * share.high]}
            whole={null}
          />
        )}
      </Cell>
    </Row>
  );
}

import { dot } from '@/components/appeals/telling';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { headlineKeys } from '@/lib/measures/define';
import { shareOf, type Tally } from '@/lib/measures/tally';
import type { Report } from '@/lib/reports/read-reports';
import { sinceThen, unitNow } from '@/lib/reports/since';
import { intervalWords, percent } from './percent';
import { reportWords } from './report-words';

/** The headline of each unit as it was, and under it what it is now where that differs. */
export async function ReportUnits({ report, at }: { report: Report; at: Date }) {
  const { t, r, unitName } = await reportWords(at);
  const columns = [
    { label: t('units.unit') },
    ...headlineKeys.map((key) => ({ label: t(`measure.${key}.name`), end: true })),
  ];
  return (
    <Rows caption={t('units.caption')} captionHidden columns={columns}>
      {report.said.units.map(({ code, tallies }) => {
        const unit = report.units.find((it) => it.code === code);
        return (
          <Row key={code}>
            <Cell head>{unit ? unitName(unit) : r('one.gone', { code })}</Cell>
            {headlineKeys.map((key) => (
              <Cell key={key} end label={t(`measure.${key}.name`)}>
                <UnitFigure
                  said={tallies[key]}
                  since={sinceThen(tallies[key], unitNow(report.now, code)[key])}
                  at={at}
                />
              </Cell>
            ))}
          </Row>
        );
      })}
    </Rows>
  );
}

type FigureProps = { said: Tally | undefined; since: Tally | null; at: Date };

async function UnitFigure({ said, since, at }: FigureProps) {
  const { t, r, telling } = await reportWords(at);
  if (!said || (said.due === 0 && !since)) return <span className="quiet">{t('units.none')}</span>;
  const share = shareOf(said.yes, said.answered);
  return (
    <>
      {share && (
        <>
          <b>{percent(share.value)}%</b> <span className="nb quiet">({intervalWords(share)})</span>
        </>
      )}
      <RowBy>
        {t('units.of', { yes: said.yes, answered: said.answered })}
        {!share && `${dot(telling.locale)}${t('units.few')}`}
      </RowBy>
      {since && (
        <RowBy>
          <b>{r('one.since', { due: since.due, answered: since.answered, yes: since.yes })}</b>
        </RowBy>
      )}
    </>
  );
}

import { axisFrom } from '@/components/ui/interval-bar';
import { RateFigure } from '@/components/ui/rate-figure';
import { headlineKeys } from '@/lib/measures/define';
import { shareOf } from '@/lib/measures/tally';
import type { Report } from '@/lib/reports/read-reports';
import { sinceThen } from '@/lib/reports/since';
import { percent } from './percent';
import { reportWords } from './report-words';

/** The four rates as large figures, none without its interval and n. */
export async function ReportHead({ report, at }: { report: Report; at: Date }) {
  const { t, r } = await reportWords(at);
  const [said, now] = [report.said.rates.own, report.now.rates.own];
  const figures = headlineKeys.flatMap((key) => {
    const tally = said[key];
    return tally ? [{ key, tally, share: shareOf(tally.yes, tally.answered) }] : [];
  });
  const from = axisFrom(100 * Math.min(1, ...figures.flatMap((it) => it.share?.low ?? [])));
  return (
    <div className="rates">
      {figures.map(({ key, tally, share }) => {
        const since = sinceThen(tally, now[key]);
        const sinceShare = since && shareOf(since.yes, since.answered);
        return (
          <RateFigure
            key={key}
            name={t(`measure.${key}.question`)}
            rate={
              share && {
                value: 100 * share.value,
                words: percent(share.value),
                interval: [100 * share.low, 100 * share.high],
                from,
              }
            }
            missing={t(tally.due === 0 ? 'units.none' : 'units.few')}
            lines={[
              ...(share
                ? [
                    {
                      key: 'interval',
                      words: t('rates.interval', {
                        low: percent(share.low),
                        high: percent(share.high),
                      }),
                    },
                  ]
                : []),
              { key: 'counts', words: t('units.of', { yes: tally.yes, answered: tally.answered }) },
              { key: 'due', words: t('units.due', { due: tally.due }) },
              ...(since
                ? [
                    {
                      key: 'since',
                      words: (
                        <b>
                          {sinceShare
                            ? r('one.sinceShare', {
                                percent: percent(sinceShare.value),
                                yes: since.yes,
                                answered: since.answered,
                              })
                            : r('one.since', {
                                due: since.due,
                                answered: since.answered,
                                yes: since.yes,
                              })}
                        </b>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        );
      })}
    </div>
  );
}

import { Anchor } from '@/components/ui/anchor';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { headlineKeys } from '@/lib/measures/define';
import { flowKeys } from '@/lib/measures/flows';
import { shareOf } from '@/lib/measures/tally';
import type { Step } from '@/lib/measures/trend';
import { casesAddress, listAddress, type Place } from './address';
import { percent } from './percent';
import { trendWords } from './trend-words';

type CourseTableProps = { place: Place; steps: readonly Step[]; at: Date };

/** The figures of the drawings, the latest first; each leads to its cases. */
export async function CourseTable({ place, steps, at }: CourseTableProps) {
  const { t, w, period } = await trendWords(at);
  const columns = [
    { label: w('table.period') },
    ...headlineKeys.map((key) => ({ label: t(`measure.${key}.name`), end: true })),
    ...flowKeys.map((key) => ({ label: w(`charts.flow.${key}`), end: true })),
  ];
  return (
    <Rows caption={w('table.caption')} captionHidden columns={columns}>
      {steps.toReversed().map((step) => {
        const here = { ...place, period: step.period };
        const named = period(step.period);
        return (
          <Row key={step.period.fromOn}>
            <Cell head>{named}</Cell>
            {headlineKeys.map((measure) => {
              const { yes, answered, due } = step.tallies[measure];
              const share = shareOf(yes, answered);
              const name = t(`measure.${measure}.name`);
              return (
                <Cell key={measure} end label={name}>
                  {share && <b>{w('table.share', { percent: percent(share.value) })}</b>}
                  {due === 0 ? (
                    w('table.none')
                  ) : (
                    <RowBy>
                      <Anchor
                        href={casesAddress({ ...here, measure, which: 'due', origin: 'own' })}
                      >
                        {share ? w('table.n', { yes, answered }) : w('table.few', { answered })}
                        <span className="away">
                          {' '}
                          {named} {name}
                        </span>
                      </Anchor>
                    </RowBy>
                  )}
                </Cell>
              );
            })}
            {flowKeys.map((flow) => (
              <Cell key={flow} end label={w(`charts.flow.${flow}`)}>
                <Anchor href={listAddress(flow, here)}>
                  {step.flows[flow]}
                  <span className="away">
                    {' '}
                    {named} {w(`charts.flow.${flow}`)}
                  </span>
                </Anchor>
              </Cell>
            ))}
          </Row>
        );
      })}
    </Rows>
  );
}

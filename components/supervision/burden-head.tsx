import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import {
  type BurdenCount,
  type BurdenMeasure,
  burdenMeasureKeys,
  burdenMeasures,
} from '@/lib/measures/burden/define';
import type { Burden } from '@/lib/measures/burden/read';
import { fewestForAShare } from '@/lib/measures/tally';
import { burdenWords } from './burden-words';
import { percent, perOne } from './percent';

/** The measures, of those told about and of everybody else. */
export async function BurdenHead({ found, at }: { found: Burden; at: Date }) {
  const { d, unitName } = await burdenWords(at);
  const sides = [
    {
      name: found.unit ? d('who.unit', { unit: unitName(found.unit) }) : d('who.told'),
      count: found.told,
    },
    ...(found.others ? [{ name: d('who.others'), count: found.others }] : []),
  ];
  const columns = [
    { label: d('head.measure') },
    ...sides.map(({ name }) => ({ label: name, end: true })),
  ];
  return (
    <Rows caption={d('head.caption')} captionHidden columns={columns}>
      {burdenMeasureKeys.map((key) => (
        <Row key={key}>
          <Cell head>
            {d(`measure.${key}.name`)}
            <RowBy>{d(`measure.${key}.counts`)}</RowBy>
          </Cell>
          {sides.map(({ name, count }) => (
            <Cell key={name} end label={name}>
              <BurdenFigure measure={key} count={count} at={at} />
            </Cell>
          ))}
        </Row>
      ))}
    </Rows>
  );
}

type FigureProps = { measure: BurdenMeasure; count: BurdenCount; at: Date };

/** Never without both of its numbers; too few are no figure. */
async function BurdenFigure({ measure, count, at }: FigureProps) {
  const { t, d } = await burdenWords(at);
  const { part, whole, as } = burdenMeasures[measure];
  const [n, of] = [count[part], count[whole]];
  if (of === 0) return <span className="quiet">–</span>;
  const pair = t('ofCount', { part: n, whole: of });
  if (of < fewestForAShare) {
    return (
      <>
        {pair}
        <RowBy>{d('few')}</RowBy>
      </>
    );
  }
  return (
    <>
      <b>{as === 'share' ? `${percent(n / of)}%` : perOne(n, of)}</b>
      <RowBy>{pair}</RowBy>
    </>
  );
}

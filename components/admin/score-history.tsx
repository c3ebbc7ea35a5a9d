import { Cell, Row, Rows } from '@/components/ui/rows';
import { momentOf, type Telling } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { headlineKeys } from '@/lib/measures/define';
import type { WeightSet } from '@/lib/measures/score/weights';

/** Every set of weights there ever was: who, when, why. */
export async function ScoreHistory({ sets, telling }: { sets: WeightSet[]; telling: Telling }) {
  const [s, measure] = await Promise.all([
    getTranslations('score'),
    getTranslations('supervision.measure'),
  ]);
  if (sets.length === 0) return <p className="quiet">{s('never')}</p>;
  const columns = [
    { label: s('since') },
    { label: s('state') },
    ...headlineKeys.map((key) => ({ label: measure(`${key}.name`), end: true })),
    { label: s('grounds') },
  ];
  return (
    <Rows caption={s('history')} captionHidden many columns={columns}>
      {sets.map((it) => (
        <Row key={it.nth}>
          <Cell head>
            {momentOf(it.at, telling)}
            <span className="by">{it.by}</span>
          </Cell>
          <Cell label={s('state')}>{s(it.on ? 'isOn' : 'isOff')}</Cell>
          {headlineKeys.map((key) => (
            <Cell key={key} end beside label={measure(`${key}.name`)}>
              {it[key]}
            </Cell>
          ))}
          <Cell label={s('grounds')}>{it.grounds}</Cell>
        </Row>
      ))}
    </Rows>
  );
}

import { Anchor } from '@/components/ui/anchor';
import { Folded } from '@/components/ui/folded';
import { Cell, Row, RowBy, RowGroup, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import { unitKinds } from '@/lib/measures/ask';
import { headlineKeys } from '@/lib/measures/define';
import type { Overview } from '@/lib/measures/queries';
import { scoreOf, scoreParts } from '@/lib/measures/score/score-of';
import type { WeightSet } from '@/lib/measures/score/weights';
import { overviewAddress, type Place } from './address';
import { intervalWords, percent } from './percent';
import { supervisionWords } from './words';

interface ScoreTableProps {
  place: Place;
  byUnit: Overview['byUnit'];
  weights: WeightSet;
  at: Date;
}

/** One number of the four, with its interval and its parts; in the order of the organisation, never of the score. */
export async function ScoreTable({ place, byUnit, weights, at }: ScoreTableProps) {
  const [{ t, unitName }, s, kinds] = await Promise.all([
    supervisionWords(at),
    getTranslations('score'),
    getTranslations('words.unitKind'),
  ]);
  const weighed = headlineKeys.filter((key) => weights[key] > 0);
  const head = (key: (typeof headlineKeys)[number]) =>
    s('part', { name: t(`measure.${key}.name`), weight: weights[key] });
  const columns = [
    { label: t('units.unit') },
    { label: s('score'), end: true },
    ...weighed.map((key) => ({ label: head(key), end: true })),
  ];
  const scored = byUnit.map(({ unit, tallies }) => {
    const parts = scoreParts(tallies, weights);
    return { unit, parts, score: scoreOf(parts) };
  });
  const few = scored.filter((it) => !it.score);
  const table = (some: typeof scored) => (
    <Rows caption={s('caption')} captionHidden columns={columns}>
      {unitKinds.flatMap((kind) => {
        const units = some.filter((it) => it.unit.kind === kind);
        if (units.length === 0) return [];
        return [
          <RowGroup key={kind} label={kinds(kind)} span={columns.length} />,
          ...units.map(({ unit, parts, score }) => (
            <Row key={unit.id}>
              <Cell head>
                <Anchor href={overviewAddress({ ...place, unit: unit.code })}>
                  {unitName(unit)}
                </Anchor>
              </Cell>
              <Cell end label={s('score')}>
                {score ? (
                  <>
                    <b>{percent(score.value)}</b>
                    <RowBy>
                      {s('from', { low: percent(score.low), high: percent(score.high) })}
                    </RowBy>
                  </>
                ) : (
                  <span className="quiet">{s('few')}</span>
                )}
              </Cell>
              {parts.map(({ key, share }) => (
                <Cell key={key} end label={head(key)}>
                  {share ? (
                    <>
                      {percent(share.value)}% <RowBy>{intervalWords(share)}</RowBy>
                    </>
                  ) : (
                    <span className="quiet">{t('units.few')}</span>
                  )}
                </Cell>
              ))}
            </Row>
          )),
        ];
      })}
    </Rows>
  );
  return (
    <>
      <p className="max-w-measure">{s('noRank')}</p>
      {few.length < scored.length && table(scored.filter((it) => it.score))}
      {few.length > 0 && <Folded summary={s('folded', { n: few.length })}>{table(few)}</Folded>}
      <p className="meta mt-16">{s('how')}</p>
    </>
  );
}

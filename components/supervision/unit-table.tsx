import { dot } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Folded } from '@/components/ui/folded';
import { Cell, Row, RowBy, RowGroup, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import { unitKinds } from '@/lib/measures/ask';
import { type HeadlineKey, headlineKeys } from '@/lib/measures/define';
import type { Overview } from '@/lib/measures/queries';
import { shareOf, type Tally } from '@/lib/measures/tally';
import { casesAddress, overviewAddress, type Place } from './address';
import { intervalWords, percent } from './percent';
import { supervisionWords } from './words';

type UnitTableProps = { place: Place; byUnit: Overview['byUnit']; at: Date };

/** Like stands with like and size with size: no order of merit can be read from it. Those without a rate are a press away. */
export async function UnitTable({ place, byUnit, at }: UnitTableProps) {
  const [told, words] = await Promise.all([
    supervisionWords(at),
    getTranslations('words.unitKind'),
  ]);
  const { t, unitName } = told;
  if (byUnit.length === 0) return <p className="quiet">{t('units.empty')}</p>;
  const columns = [
    { label: t('units.unit') },
    ...headlineKeys.map((key) => ({ label: t(`measure.${key}.name`), end: true })),
  ];
  const rated = byUnit.filter(({ tallies }) => headlineKeys.some((key) => hasRate(tallies[key])));
  const few = byUnit.filter((it) => !rated.includes(it));
  const table = (some: Overview['byUnit'], captionHidden: boolean) => (
    <Rows caption={t('units.caption')} captionHidden={captionHidden} columns={columns}>
      {grouped(some).flatMap(({ kind, units }) => [
        <RowGroup key={kind} label={words(kind)} span={columns.length} />,
        ...units.map(({ unit, tallies }) => (
          <Row key={unit.id}>
            <Cell head>
              <Anchor href={overviewAddress({ ...place, unit: unit.code })}>
                {unitName(unit)}
              </Anchor>
            </Cell>
            {headlineKeys.map((key) => (
              <Cell key={key} end label={t(`measure.${key}.name`)}>
                <UnitRate
                  place={{ ...place, unit: unit.code, alone: true }}
                  about={unitName(unit)}
                  measure={key}
                  tally={tallies[key]}
                  words={told}
                />
              </Cell>
            ))}
          </Row>
        )),
      ])}
    </Rows>
  );
  return (
    <>
      {rated.length > 0 && table(rated, false)}
      {few.length > 0 && (
        <Folded summary={t('units.folded', { n: few.length })}>
          {table(few, rated.length > 0)}
        </Folded>
      )}
    </>
  );
}

const hasRate = ({ yes, answered }: Tally): boolean => Boolean(shareOf(yes, answered));

function grouped(some: Overview['byUnit']) {
  return unitKinds.flatMap((kind) => {
    const units = some.filter((it) => it.unit.kind === kind);
    const sized = units.toSorted((a, b) => b.tallies.solved.due - a.tallies.solved.due);
    return units.length > 0 ? [{ kind, units: sized }] : [];
  });
}

interface UnitRateProps {
  place: Place;
  about: string;
  measure: HeadlineKey;
  tally: Tally;
  words: Awaited<ReturnType<typeof supervisionWords>>;
}

/** Four of each unit: none of them waits for words of its own. */
function UnitRate({ place, about, measure, tally, words: { t, telling } }: UnitRateProps) {
  const { due, answered, yes } = tally;
  if (due === 0) return <span className="quiet">{t('units.none')}</span>;
  const share = shareOf(yes, answered);
  const behind = (
    <Anchor href={casesAddress({ ...place, measure, which: 'due', origin: 'own' })}>
      {t('units.of', { yes, answered })}
      <span className="away">
        {about} {t(`measure.${measure}.name`)}
      </span>
    </Anchor>
  );
  const dueWords = measure === 'response' ? '' : `${dot(telling.locale)}${t('units.due', { due })}`;
  if (!share) {
    return (
      <>
        {behind}
        <RowBy>
          {t('units.few')}
          {dueWords}
        </RowBy>
      </>
    );
  }
  return (
    <>
      <b>{percent(share.value)}%</b> <span className="nb quiet">({intervalWords(share)})</span>
      <RowBy>
        {behind}
        {dueWords}
      </RowBy>
    </>
  );
}

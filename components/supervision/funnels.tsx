import { QuickLists } from '@/components/ui/filters';
import { FunnelPlot, FunnelSign } from '@/components/ui/funnel-plot';
import { getTranslations } from '@/lib/i18n/words';
import { unitKinds } from '@/lib/measures/ask';
import { type HeadlineKey, headlineKeys } from '@/lib/measures/define';
import { type Funnel, funnelOf, type Limits, type Standing } from '@/lib/measures/funnel';
import type { Overview } from '@/lib/measures/queries';
import { overviewAddress, type Place, plotAddress } from './address';
import { percent } from './percent';
import { supervisionWords } from './words';

type FunnelsProps = {
  place: Place;
  byUnit: Overview['byUnit'];
  /** Which rate is drawn. */
  measure: HeadlineKey;
  at: Date;
};

type Words = Awaited<ReturnType<typeof supervisionWords>>;
type ByUnit = Overview['byUnit'][number];
type Drawn = Funnel<ByUnit & { yes: number; answered: number }>;

/** One rate of every unit, like with like: who differs by more than chance, and nobody's place in a list. */
export async function Funnels({ place, byUnit, measure, at }: FunnelsProps) {
  const [words, kinds] = await Promise.all([
    supervisionWords(at),
    getTranslations('words.unitKind'),
  ]);
  const { t } = words;
  const drawn = unitKinds.flatMap((kind) => {
    const group = byUnit.filter((it) => it.unit.kind === kind);
    const funnel = funnelOf(group.map((it) => ({ ...it, ...it.tallies[measure] })));
    return funnel ? [{ kind, funnel }] : [];
  });
  return (
    <>
      <QuickLists
        label={t('funnel.choose')}
        lists={headlineKeys.map((key) => ({
          href: plotAddress(place, key),
          words: t(`measure.${key}.name`),
          current: key === measure,
        }))}
      />
      {drawn.length === 0 ? (
        <p className="quiet mt-16">{t('funnel.none')}</p>
      ) : (
        <>
          <p className="quiet mt-16">{t('funnel.explain')}</p>
          <Key t={t} />
          {drawn.map(({ kind, funnel }) => (
            <Panel
              key={kind}
              id={`funnel-${kind}`}
              kind={kinds(kind)}
              funnel={funnel}
              place={place}
              measure={measure}
              words={words}
            />
          ))}
        </>
      )}
    </>
  );
}

function Key({ t }: Pick<Words, 't'>) {
  const signs = [
    ['inside', 'inside'],
    ['beyond95', 'beyond95'],
    ['beyond998', 'beyond998'],
    ['average', 'average'],
    ['limit-95', 'limit95'],
    ['limit-998', 'limit998'],
  ] as const;
  return (
    <ul className="funnel-key">
      {signs.map(([sign, word]) => (
        <li key={sign}>
          <FunnelSign sign={sign} /> {t(`funnel.key.${word}`)}
        </li>
      ))}
    </ul>
  );
}

type PanelProps = {
  id: string;
  kind: string;
  funnel: Drawn;
  place: Place;
  measure: HeadlineKey;
  words: Words;
};

function Panel({ id, kind, funnel, place, measure, words }: PanelProps) {
  const { t, unitName } = words;
  return (
    <figure className="funnel-panel">
      <h3 id={id}>{t('funnel.title', { kind, measure: t(`measure.${measure}.name`) })}</h3>
      <FunnelPlot
        labelledBy={id}
        average={100 * funnel.average}
        curve={funnel.curve.map(inPercent)}
        points={funnel.points.map(({ unit, share, yes, answered, standing }) => ({
          key: unit.id,
          href: overviewAddress({ ...place, unit: unit.code }),
          name: t('funnel.name', {
            unit: unitName(unit),
            percent: percent(share.value),
            yes,
            answered,
            standing: t(`funnel.standing.${standing}`),
          }),
          label: unitName(unit),
          answered,
          value: 100 * share.value,
          standing,
        }))}
      />
      <p className="meta axis-words">
        {t(measure === 'response' ? 'funnel.axisXContacts' : 'funnel.axisX')}
      </p>
      <figcaption>
        {summaryOf(kind, funnel, words).map((it) => (
          <p key={it}>{it}</p>
        ))}
      </figcaption>
    </figure>
  );
}

const inPercent = ({ answered, low95, high95, low998, high998 }: Limits): Limits => ({
  answered,
  low95: 100 * low95,
  high95: 100 * high95,
  low998: 100 * low998,
  high998: 100 * high998,
});

/** From the furthest below to the furthest above. */
const beyond: readonly Standing[] = ['veryLow', 'low', 'high', 'veryHigh'];

/** What the drawing shows, for whoever does not see it. */
function summaryOf(kind: string, funnel: Drawn, { t, unitName, telling }: Words): string[] {
  const list = new Intl.ListFormat(telling.locale, { type: 'unit' });
  const outside = beyond.flatMap((standing) => {
    const units = funnel.points.filter((it) => it.standing === standing);
    if (units.length === 0) return [];
    const names = units.map((it) => `${unitName(it.unit)} ${percent(it.share.value)}%`);
    return [t(`funnel.outside.${standing}`, { names: list.format(names) })];
  });
  const all = { kind, n: funnel.points.length, average: percent(funnel.average) };
  return [
    t('funnel.summary', all),
    ...(outside.length === 0 ? [t('funnel.inside')] : [...outside, t('funnel.others')]),
    ...(funnel.few > 0 ? [t('funnel.few', { n: funnel.few })] : []),
  ];
}

import { Anchor } from '@/components/ui/anchor';
import { Folded } from '@/components/ui/folded';
import { Cell, Row, RowBy, Rows } from '@/components/ui/rows';
import { getTranslations } from '@/lib/i18n/words';
import type { Lasting, LastingOverview } from '@/lib/lasting/overview';
import type { Window } from '@/lib/lasting/watch';
import { fewestForAShare, shareOf } from '@/lib/measures/tally';
import { casesAddress, type Place } from './address';
import { intervalWords, percent } from './percent';
import { supervisionWords } from './words';

type LastingRatesProps = {
  place: Place;
  found: Pick<LastingOverview, 'all' | 'byUnit'>;
  days: Window;
  at: Date;
};

/** All together and each unit's own, in the order of the tree: no order of merit. */
export async function LastingRates({ place, found, days, at }: LastingRatesProps) {
  const [l, { unitName }] = await Promise.all([
    getTranslations('lasting.rate'),
    supervisionWords(at),
  ]);
  const all = found.all[days];
  if (all.due === 0) return <p className="quiet">{l('none')}</p>;
  const columns = (['unit', 'lasting', 'struck', 'watched'] as const).map((it) => ({
    label: l(it),
    end: it !== 'unit',
  }));
  const { watched, due } = all;
  const its = found.byUnit.filter((it) => it.lasting[days].due > 0);
  const isFew = (it: (typeof its)[number]) => it.lasting[days].watched < fewestForAShare;
  const [rated, few] = [its.filter((it) => !isFew(it)), its.filter(isFew)];
  const rowsOf = (units: typeof its) =>
    units.map(({ unit, lasting }) => (
      <LastingRow
        key={unit.id}
        name={unitName(unit)}
        place={{ ...place, unit: unit.code, alone: true }}
        days={days}
        lasting={lasting[days]}
      />
    ));
  return (
    <>
      <p className="max-w-measure">{l('why', { ...all, unknown: due - watched })}</p>
      <div className="mt-12">
        <Rows caption={l('caption')} captionHidden columns={columns}>
          <LastingRow name={l('all')} place={place} days={days} lasting={all} />
          {rowsOf(rated)}
        </Rows>
      </div>
      {few.length > 0 && (
        <Folded summary={l('folded', { n: few.length, fewest: fewestForAShare })}>
          <Rows caption={l('captionFew')} captionHidden columns={columns}>
            {rowsOf(few)}
          </Rows>
        </Folded>
      )}
    </>
  );
}

type LastingRowProps = { name: string; place: Place; days: Window; lasting: Lasting };

async function LastingRow({ name, place, days, lasting }: LastingRowProps) {
  const l = await getTranslations('lasting.rate');
  const { due, watched, lasts, struckOff } = lasting;
  const to = (which: 'due' | 'answered') =>
    casesAddress({ ...place, measure: `lasting${days}`, which, origin: 'own' });
  return (
    <Row>
      <Cell head>
        <Anchor href={to('due')}>{name}</Anchor>
      </Cell>
      <Cell end label={l('lasting')}>
        <Rate part={lasts} whole={watched} />
      </Cell>
      <Cell end label={l('struck')}>
        <Rate part={lasts + struckOff} whole={watched} />
      </Cell>
      <Cell end beside label={l('watched')}>
        <Anchor href={to('answered')}>
          {watched}
          <span className="away"> {name}</span>
        </Anchor>
        {due > watched && (
          <RowBy>
            {l('unknown')} {due - watched}
          </RowBy>
        )}
      </Cell>
    </Row>
  );
}

async function Rate({ part, whole }: { part: number; whole: number }) {
  const l = await getTranslations('lasting.rate');
  const share = shareOf(part, whole);
  return (
    <>
      {share ? (
        <>
          <b>{percent(share.value)}%</b> <span className="nb quiet">({intervalWords(share)})</span>
        </>
      ) : (
        l('few')
      )}
      <RowBy>{l('of', { part, whole })}</RowBy>
    </>
  );
}

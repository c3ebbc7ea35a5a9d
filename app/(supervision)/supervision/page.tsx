import type { Metadata } from 'next';
import { FactorNote } from '@/components/account/factor-note';
import { DeskFrame } from '@/components/desk/desk-frame';
import { addressOf, burdenAddress, listAddress } from '@/components/supervision/address';
import { Beside } from '@/components/supervision/beside';
import { CallTable } from '@/components/supervision/call-table';
import { CauseRows } from '@/components/supervision/cause-rows';
import { Definitions } from '@/components/supervision/definitions';
import { Funnels } from '@/components/supervision/funnels';
import { Further } from '@/components/supervision/further';
import { ListCounts } from '@/components/supervision/list-counts';
import { PeriodFilter } from '@/components/supervision/period-filter';
import { Rates } from '@/components/supervision/rates';
import { first, readPlace, type Searched } from '@/components/supervision/read-place';
import { RecountNote } from '@/components/supervision/recount-note';
import { ScoreTable } from '@/components/supervision/score-table';
import { UnitTable } from '@/components/supervision/unit-table';
import { supervisionWords } from '@/components/supervision/words';
import { Anchor } from '@/components/ui/anchor';
import { Facts } from '@/components/ui/facts';
import { QuickLists } from '@/components/ui/filters';
import { Part } from '@/components/ui/headings';
import { Notice } from '@/components/ui/note';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { fullDayOf, hourOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { callTallies } from '@/lib/measures/calls';
import { causeRegister } from '@/lib/measures/causes';
import { wholeCut } from '@/lib/measures/cut';
import { isHeadlineKey } from '@/lib/measures/define';
import type { ListKey } from '@/lib/measures/lists';
import { periodBefore } from '@/lib/measures/period';
import { furtherMeasures, overview } from '@/lib/measures/queries';
import { weightsAt } from '@/lib/measures/score/weights';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('supervision');
  return { title: t('title') };
}

const unserved = [
  'overdue',
  'thirdRound',
  'supervised',
  'caused',
  'parked',
  'onQuestion',
  'onTest',
  'pressed',
] as const;
const uncounted = ['unresolved', 'unasked', 'passedOn', 'silentCalls'] as const;

export default async function SupervisionPage({
  searchParams,
}: {
  searchParams: Promise<Searched>;
}) {
  const actor = await requireActor('measure');
  const at = now();
  const searched = await searchParams;
  const place = { ...readPlace(searched, at, civilZone()), cut: wholeCut };
  const plot = first(searched, 'plot') ?? '';
  const compareWith = periodBefore(place.period, civilZone());
  const [found, causes, calls, further, weights, s] = await Promise.all([
    overview(actor, { ...place, at, compareWith }, [...unserved, ...uncounted]),
    causeRegister(actor, { ...place, at }),
    callTallies(actor, { ...place, at }),
    furtherMeasures(actor, { ...place, at }),
    weightsAt(place.period.until < at ? place.period.until : at),
    getTranslations('score'),
  ]);
  if (!found.ok || 'ok' in causes || !calls.ok || !further.ok) notHere();

  const { t, telling, unitName, period } = await supervisionWords(at);
  const unit = found.units.find((it) => it.code === place.unit);
  const inPeriod = period(place.period);
  const listWords = (list: ListKey) => ({
    name: t(`list.${list}`),
    note: t(`list.${list}Note`, { period: inPeriod }),
  });
  const moment = `${fullDayOf(at, telling)} ${hourOf(at, telling)}`;
  const about = unit ? t('withBelow', { unit: unitName(unit) }) : t('allUnits');
  return (
    <DeskFrame actor={actor} at="measures">
      <FactorNote personId={actor.personId} />
      <h1>{t('heading')}</h1>
      <p className="quiet mt-4">{t('asOf', { moment, unit: about })}</p>
      <RecountNote at={at} />
      <QuickLists
        label={t('more')}
        lists={[
          { href: addressOf('/supervision/places', place), words: t('toPlaces') },
          { href: addressOf('/supervision/breakdown', place), words: t('toBreakdown') },
          { href: addressOf('/supervision/trends', place), words: t('toTrends') },
          { href: addressOf('/supervision/lasting', place), words: t('toLasting') },
          { href: burdenAddress(place), words: t('toBurden') },
          { href: '/supervision/reports', words: t('toReports') },
          { href: '/supervision/signals', words: t('toSignals') },
          { href: '/supervision/spot-checks', words: t('toSpotChecks') },
          { href: addressOf('/supervision/exclusions', place), words: t('toExclusions') },
          { href: '/supervision/exports', words: t('toExports') },
        ]}
      />
      {!place.understood && (
        <Notice kind="calm" heading={t('filter.label')}>
          <p>{t('filter.notUnderstood')}</p>
        </Notice>
      )}
      <PeriodFilter place={place} units={found.units} at={at} />
      <div className="mt-24">
        <ListCounts place={place} counts={found.lists} lists={unserved} words={listWords} />
      </div>
      <Part
        id="rates"
        heading={t('rates.heading', { period: inPeriod })}
        aside={t('rates.key', { before: period(compareWith) })}
      >
        <Rates
          place={place}
          now={found.all.own}
          before={found.before}
          leftOut={found.leftOut}
          compareWith={compareWith}
          at={at}
        />
        <p className="meta mt-24">{t('rates.before')}</p>
      </Part>
      <Part id="beside" heading={t('beside.heading')} aside={t('beside.note')}>
        <Beside place={place} found={found} at={at} />
        <h3 className="mt-32">{t('beside.lists')}</h3>
        <div className="mt-12">
          <Facts
            roomy
            facts={uncounted.map((list) => ({
              term: t(`list.${list}`),
              detail: (
                <>
                  <Anchor href={listAddress(list, place)}>
                    {t('beside.cases', { n: found.lists[list] })}
                  </Anchor>
                  <p className="quiet">{listWords(list).note}</p>
                </>
              ),
            }))}
          />
        </div>
      </Part>
      <Part id="further" heading={t('further.heading')} aside={t('further.note')}>
        <Further place={place} found={further} at={at} />
      </Part>
      <Part id="causes" heading={t('causes.heading')} aside={t('causes.note')}>
        <CauseRows lines={causes} place={place} at={at} />
      </Part>
      <Part id="units" heading={t('units.heading')} aside={t('units.note')}>
        <Funnels
          place={place}
          byUnit={found.byUnit}
          measure={isHeadlineKey(plot) ? plot : 'solved'}
          at={at}
        />
        <UnitTable place={place} byUnit={found.byUnit} at={at} />
      </Part>
      {weights && (
        <Part
          id="score"
          heading={s('heading')}
          aside={s('note', { day: fullDayOf(weights.at, telling) })}
        >
          <ScoreTable place={place} byUnit={found.byUnit} weights={weights} at={at} />
        </Part>
      )}
      <Part id="calls" heading={t('calls.heading')} aside={t('calls.note')}>
        <CallTable tallies={calls.units} at={at} />
      </Part>
      <Part id="definitions" heading={t('definitions.heading')}>
        <Definitions at={at} />
      </Part>
    </DeskFrame>
  );
}

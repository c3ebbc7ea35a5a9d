import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { lastingAddress, overviewAddress } from '@/components/supervision/address';
import { LastingRates } from '@/components/supervision/lasting-rates';
import { PeriodFilter } from '@/components/supervision/period-filter';
import { first, readPlace, type Searched } from '@/components/supervision/read-place';
import { RecurringRows } from '@/components/supervision/recurring-rows';
import { supervisionWords } from '@/components/supervision/words';
import { QuickLists } from '@/components/ui/filters';
import { BackLink, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { fullDayOf, hourOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { lastingOverview } from '@/lib/lasting/overview';
import { windows } from '@/lib/lasting/watch';
import { wholeCut } from '@/lib/measures/cut';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const l = await getTranslations('lasting');
  return { title: l('title') };
}

/** Of fixes, how many lasted; and where the same comes back. */
export default async function LastingPage({ searchParams }: { searchParams: Promise<Searched> }) {
  const actor = await requireActor('measure');
  const at = now();
  const searched = await searchParams;
  const place = { ...readPlace(searched, at, civilZone()), cut: wholeCut };
  const days = windows.find((it) => `${it}` === first(searched, 'days')) ?? 30;
  const [found, l] = await Promise.all([
    lastingOverview(actor, { ...place, at }),
    getTranslations('lasting'),
  ]);
  if (!found.ok) notHere();
  const { t, telling, unitName } = await supervisionWords(at);
  const unit = found.units.find((it) => it.code === place.unit);
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href={overviewAddress(place)}>{t('cases.back')}</BackLink>
      <h1>{l('heading')}</h1>
      <p className="quiet mt-4 max-w-measure">{l('lead')}</p>
      <p className="quiet mt-4">
        {t('asOf', {
          moment: `${fullDayOf(at, telling)} ${hourOf(at, telling)}`,
          unit: unit ? t('withBelow', { unit: unitName(unit) }) : t('allUnits'),
        })}
      </p>
      <QuickLists
        label={l('choose')}
        lists={windows.map((it) => ({
          href: lastingAddress(place, it),
          words: l('days', { days: it }),
          current: it === days,
        }))}
      />
      <PeriodFilter
        place={place}
        units={found.units}
        at={at}
        to={(other) => lastingAddress(other, days)}
      />
      <Part id="rates" heading={l('rate.heading', { days })} aside={l('rate.note')}>
        <LastingRates place={place} found={found} days={days} at={at} />
      </Part>
      <Part id="recurring" heading={l('places.heading')} aside={l('places.note')}>
        <RecurringRows place={place} places={found.places} at={at} />
      </Part>
    </DeskFrame>
  );
}

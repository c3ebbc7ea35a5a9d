import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { breakdownAddress, overviewAddress } from '@/components/supervision/address';
import { BreakdownChoices } from '@/components/supervision/breakdown-choices';
import { BreakdownTable } from '@/components/supervision/breakdown-table';
import { breakdownWords } from '@/components/supervision/breakdown-words';
import { PeriodFilter } from '@/components/supervision/period-filter';
import { first, readPlace, type Searched } from '@/components/supervision/read-place';
import { BackLink, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { breakdown, dimensions } from '@/lib/measures/breakdown';
import { isMeasureKey, origins } from '@/lib/measures/define';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const b = await getTranslations('breakdown');
  return { title: b('title') };
}

export default async function BreakdownPage({ searchParams }: { searchParams: Promise<Searched> }) {
  const actor = await requireActor('measure');
  const at = now();
  const searched = await searchParams;
  const measure = first(searched, 'measure') ?? '';
  const place = {
    ...readPlace(searched, at, civilZone()),
    measure: isMeasureKey(measure) ? measure : ('solved' as const),
    by: dimensions.find((it) => it === first(searched, 'by')) ?? 'topic',
    origin: origins.find((it) => it === first(searched, 'origin')) ?? 'own',
  };
  const found = await breakdown(actor, { ...place, at });
  if (!found.ok) notHere();
  const { t, b, period, unitName } = await breakdownWords(at);
  const unit = found.units.find((it) => it.code === place.unit);
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href={overviewAddress({ ...place, alone: false })}>{b('back')}</BackLink>
      <h1>{b('heading')}</h1>
      <p className="quiet mt-4 max-w-measure">{b('lead')}</p>
      <PeriodFilter
        place={place}
        units={found.units}
        at={at}
        to={(it) => breakdownAddress({ ...place, ...it })}
      />
      <BreakdownChoices place={place} ways={found.ways} at={at} />
      <Part
        id="table"
        heading={b('table.heading', {
          measure: t(`measure.${place.measure}.name`),
          by: b(`by.${place.by}`),
        })}
        aside={t('cases.metaPeriod', {
          unit: unit ? t('withBelow', { unit: unitName(unit) }) : t('allUnits'),
          period: period(place.period),
        })}
      >
        <p className="quiet">{t(`measure.${place.measure}.counts`)}</p>
        <BreakdownTable place={place} found={found} at={at} />
      </Part>
    </DeskFrame>
  );
}

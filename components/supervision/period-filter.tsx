import { FilterDate, FilterSelect, Filters, QuickLists } from '@/components/ui/filters';
import type { MeasuredUnit } from '@/lib/measures/ask';
import { lastDays, recentMonths } from '@/lib/measures/period';
import { overviewAddress } from './address';
import type { ReadPlace } from './read-place';
import { supervisionWords } from './words';

type PeriodFilterProps = {
  place: ReadPlace;
  units: readonly MeasuredUnit[];
  at: Date;
  /** The page with another period, where it is not the first one. */
  to?: (place: ReadPlace) => string;
  /** Whether all units together can be asked about. */
  whole?: boolean;
};

/** Unit and dates in one GET form; the usual dates as links. */
export async function PeriodFilter({
  place,
  units,
  at,
  to = overviewAddress,
  whole = true,
}: PeriodFilterProps) {
  const { t, telling, unitName, period } = await supervisionWords(at);
  const days = lastDays(30, at, telling.zone);
  // On the last day of a month of thirty days they are that month.
  const months = recentMonths(4, at, telling.zone).filter(
    (it) => it.fromOn !== days.fromOn || it.toOn !== days.toOn,
  );
  const usual = [days, ...months];
  const { fromOn, toOn } = place.period;
  const here = new URL(to({ ...place, unit: null }), 'http://here');
  const carried = [...here.searchParams].filter(([name]) => name !== 'from' && name !== 'to');
  return (
    <>
      <Filters action={here.pathname} label={t('filter.label')} submit={t('filter.submit')}>
        <FilterSelect
          name="unit"
          label={t('filter.unit')}
          value={place.unit ?? ''}
          options={[
            ...(whole ? [{ value: '', label: t('allUnits') }] : []),
            ...units.map((it) => ({ value: it.code, label: unitName(it) })),
          ]}
        />
        <div className="col-span-full grid grid-cols-2 gap-12 story:col-span-3 story:gap-16">
          <FilterDate name="from" label={t('filter.from')} value={fromOn} />
          <FilterDate name="to" label={t('filter.to')} value={toOn} />
          {carried.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </div>
      </Filters>
      <QuickLists
        label={t('filter.quick')}
        lists={usual.map((it) => ({
          href: to({ ...place, period: it }),
          words: period(it),
          current: it.fromOn === fromOn && it.toOn === toOn,
        }))}
      />
    </>
  );
}

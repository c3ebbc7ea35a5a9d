import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { overviewAddress, trendsAddress } from '@/components/supervision/address';
import { CourseTable } from '@/components/supervision/course-table';
import { Courses } from '@/components/supervision/courses';
import { first, readPlace, type Searched } from '@/components/supervision/read-place';
import { trendWords } from '@/components/supervision/trend-words';
import { WeekChanges } from '@/components/supervision/week-changes';
import { QuickLists } from '@/components/ui/filters';
import { BackLink, Part } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { wholeCut } from '@/lib/measures/cut';
import { lastDays, recentMonths, recentWeeks } from '@/lib/measures/period';
import { trend } from '@/lib/measures/trend';
import { weekChanges } from '@/lib/measures/week';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const w = await getTranslations('trends');
  return { title: w('title') };
}

export default async function TrendsPage({ searchParams }: { searchParams: Promise<Searched> }) {
  const actor = await requireActor('measure');
  const [at, zone] = [now(), civilZone()];
  const searched = await searchParams;
  const place = { ...readPlace(searched, at, zone), cut: wholeCut };
  const by = first(searched, 'by') === 'week' ? 'week' : 'month';
  const periods = (
    by === 'week' ? recentWeeks(26, at, zone) : recentMonths(12, at, zone)
  ).toReversed();
  const week = lastDays(7, new Date(at.getTime() - 86_400_000), zone);
  const ask = { unit: place.unit, alone: place.alone, at, zone };
  const [course, changes] = await Promise.all([
    trend(actor, { ...ask, periods }),
    weekChanges(actor, { ...ask, week }),
  ]);
  if (!course.ok || !changes.ok) notHere();
  const { t, w, unitName, period } = await trendWords(at);
  const unit = course.units.find((it) => it.code === place.unit);
  return (
    <DeskFrame actor={actor} at="measures">
      <BackLink href={overviewAddress({ ...place, alone: false })}>{t('cases.back')}</BackLink>
      <h1>{w('heading')}</h1>
      <p className="quiet mt-4">
        {unit ? t('withBelow', { unit: unitName(unit) }) : t('allUnits')}
      </p>
      <Part id="week" heading={w('week.heading')} aside={w('week.aside', { week: period(week) })}>
        <WeekChanges place={place} found={changes} at={at} />
      </Part>
      <Part id="courses" heading={w('charts.heading')} aside={w('charts.aside')}>
        <QuickLists
          label={w('unit')}
          lists={(['month', 'week'] as const).map((it) => ({
            href: trendsAddress(place, it),
            words: w(`${it}s`),
            current: it === by,
          }))}
        />
        <Courses steps={course.steps} at={at} />
        <p className="meta mt-16">{w('charts.soFar')}</p>
        <h3 className="mt-32">{w('table.heading')}</h3>
        <CourseTable place={place} steps={course.steps} at={at} />
      </Part>
    </DeskFrame>
  );
}

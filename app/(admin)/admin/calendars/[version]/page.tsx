import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { tellingAt } from '@/components/appeals/telling';
import { BackLink, Kicker } from '@/components/ui/headings';
import { Cell, Row, RowGroup, Rows } from '@/components/ui/rows';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { fullDayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { readCalendarView, readZone } from '@/lib/rules/calendar-queries';
import { instantOf } from '@/lib/time/civil';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCalendars');
  return { title: t('one') };
}

export default async function CalendarPage({ params }: { params: Promise<{ version: string }> }) {
  const actor = await requirePower('calendars');
  const { version } = await params;
  const view = /^\d{1,6}$/.test(version) ? await readCalendarView(Number(version)) : null;
  if (!view) notHere();
  const [t, telling, zone] = await Promise.all([
    getTranslations('adminCalendars'),
    tellingAt(now()),
    readZone(),
  ]);
  const years = [...new Set(view.days.map((it) => it.on.slice(0, 4)))].reverse();
  const columns = (['day', 'kind', 'holiday'] as const).map((it) => ({ label: t(`column.${it}`) }));
  return (
    <AdminFrame actor={actor} at="calendars">
      <BackLink href="/admin/calendars">{t('back')}</BackLink>
      <Kicker>
        {t('knownUntil', { year: String(view.lastKnownYear) })}{' '}
        {t('closes', { time: view.businessEndsAt })}
      </Kicker>
      <h1>{t('number', { version: view.version })}</h1>
      <p className="quiet mt-8" lang="zh-CN">
        {view.source}
      </p>
      <Rows caption={t('days')} captionHidden columns={columns}>
        {years.flatMap((year) => [
          <RowGroup key={year} label={t('year', { year })} span={3} />,
          ...view.days
            .filter((it) => it.on.startsWith(year))
            .map((it) => (
              <Row key={it.on}>
                <Cell head>{fullDayOf(instantOf(it.on, '12:00', zone), { ...telling, zone })}</Cell>
                <Cell label={t('column.kind')}>{it.working ? t('works') : t('rests')}</Cell>
                <Cell label={t('column.holiday')}>
                  <span lang="zh-CN">{it.name}</span>
                </Cell>
              </Row>
            )),
        ])}
      </Rows>
    </AdminFrame>
  );
}

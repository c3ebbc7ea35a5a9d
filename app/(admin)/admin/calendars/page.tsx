import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { CalendarVersions } from '@/components/admin/calendar-versions';
import { ChangeDone } from '@/components/admin/change-done';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readBehind, readCalendars } from '@/lib/rules/calendar-queries';
import { now } from '@/lib/time/now';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCalendars');
  return { title: t('heading') };
}

export default async function CalendarsPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('calendars');
  const [t, versions, { behind, running }, asked] = await Promise.all([
    getTranslations('adminCalendars'),
    readCalendars(),
    readBehind(actor),
    searchParams,
  ]);
  return (
    <AdminFrame actor={actor} at="calendars">
      <ChangeDone done={firstParam(asked.done)} words={t.raw('done')} />
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {behind > 0 && (
        <div className="mt-24" role="status">
          <Note boxed heading={t('progress', { count: behind, running })}>
            <p>{t('progressNext')}</p>
          </Note>
        </div>
      )}
      <div className="mt-24">
        <Buttons>
          <LinkButton href="/admin/calendars/new">{t('add')}</LinkButton>
        </Buttons>
      </div>
      <CalendarVersions versions={versions} behind={behind} at={now()} />
    </AdminFrame>
  );
}

import type { Metadata } from 'next';
import { addCalendarNow } from '@/app/actions/admin/calendars';
import { AdminFrame } from '@/components/admin/admin-frame';
import { CalendarFields, calendarLabels } from '@/components/admin/calendar-fields';
import { ChangeProposal } from '@/components/admin/change-proposal';
import { SubmitButton } from '@/components/forms/submit-button';
import { BackLink } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readCalendarView } from '@/lib/rules/calendar-queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminCalendars');
  return { title: t('add') };
}

export default async function NewCalendarPage() {
  const actor = await requirePower('calendars');
  const [t, labels, base] = await Promise.all([
    getTranslations('adminCalendars'),
    calendarLabels(),
    readCalendarView(),
  ]);
  if (!base) notHere();
  return (
    <AdminFrame actor={actor} at="calendars">
      <BackLink href="/admin/calendars">{t('back')}</BackLink>
      <h1>{t('add')}</h1>
      <p className="quiet mt-8">{t('addLead', { version: base.version })}</p>
      <ChangeProposal
        action={addCalendarNow}
        labels={labels}
        problemWords={t.raw('problem')}
        confirm={t('confirm')}
        edit={t('edit')}
      >
        <CalendarFields base={base} />
        <div className="mt-32">
          <SubmitButton name="stage" value="preview">
            {t('see')}
          </SubmitButton>
        </div>
      </ChangeProposal>
    </AdminFrame>
  );
}

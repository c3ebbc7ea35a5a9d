import { readFactorTaken } from '@/app/actions/second-factor';
import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { factorState } from '@/lib/auth/second-factor';
import { dayOf, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { now } from '@/lib/time/now';

/** Above the day's work: that a second factor was taken away, or is soon needed. */
export async function FactorNote({ personId }: { personId: string }) {
  const { since, neededFrom, takenAt } = await factorState(personId);
  const due = since ? null : neededFrom;
  if (!takenAt && !due) return null;
  const [t, telling] = await Promise.all([getTranslations('secondFactor'), tellingAt(now())]);
  const heading = takenAt
    ? t('takenHeading')
    : due && t('dueHeading', { day: dayOf(due, telling) });
  return (
    <div className="mb-24 no-print">
      <Note boxed heading={heading ?? ''}>
        <p>{takenAt ? t('taken', { moment: momentOf(takenAt, telling) }) : t('due')}</p>
        <p>
          <Anchor href="/desk/account">{t('toAccount')}</Anchor>
        </p>
        {takenAt && (
          <form action={readFactorTaken}>
            <Button kind="plain">{t('takenRead')}</Button>
          </form>
        )}
      </Note>
    </div>
  );
}

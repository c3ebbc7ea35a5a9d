import { tellingAt } from '@/components/appeals/telling';
import { DueMark } from '@/components/ui/due-mark';
import { RowBy } from '@/components/ui/rows';
import { dayOf, hourOf, promisedMomentOf, sameDay } from '@/lib/i18n/dates';
import { spanWords } from '@/lib/i18n/spans';
import { getTranslations } from '@/lib/i18n/words';
import { type Card, cardOf } from '@/lib/sla/clock';

interface DueTimes {
  dueAt: Date | null;
  yellowAt: Date | null;
  redAt: Date | null;
}

/** The card of a running clock of which only the dates are known. */
function runningCard(times: DueTimes, at: Date): Card {
  const running = { remaining: null, stoppedAt: null, outcome: null, provisional: false };
  return cardOf({ ...running, ...times, startedAt: at }, at);
}

/**
 * Says a deadline as a row of the inbox does: mark and word, the exact instant beneath. `verb` is what is
 * owed by then, said with an hour of today: `10:32 前签收`. Looked up once for all rows of a page.
 */
export async function dueInRow(at: Date) {
  const [t, telling] = await Promise.all([getTranslations('desk.due'), tellingAt(at)]);
  const { locale, zone } = telling;
  const before = (kind: 'red' | 'yellow', span: string, moment: string) => (
    <>
      <DueMark kind={kind} word={t(kind)} detail={t('overBy', { span })} />
      <RowBy>{t('was', { moment })}</RowBy>
    </>
  );
  return (times: DueTimes, verb: string): React.ReactNode => {
    const { dueAt } = times;
    if (!dueAt) return <span className="quiet">{t('none')}</span>;
    const card = runningCard(times, at);
    const moment = promisedMomentOf(dueAt, telling);
    const span = spanWords(Math.abs(dueAt.getTime() - at.getTime()), locale);
    if (dueAt < at) return before(card === 'red' ? 'red' : 'yellow', span, moment);
    const today = sameDay(dueAt, at, zone);
    if (card === 'yellow') {
      const detail = today ? t('today') : t('on', { day: dayOf(dueAt, telling) });
      return (
        <>
          <DueMark kind="yellow" word={t('yellow')} detail={detail} />
          <RowBy>{today ? t('todayAt', { hour: hourOf(dueAt, telling), span }) : moment}</RowBy>
        </>
      );
    }
    const word = today ? t('before', { hour: hourOf(dueAt, telling), verb }) : t('left', { span });
    return (
      <>
        <DueMark kind="ok" word={word} calm />
        <RowBy>{today ? t('left', { span }) : moment}</RowBy>
      </>
    );
  };
}

interface DueInLineProps {
  times: DueTimes;
  at: Date;
  /** What is owed by then. */
  owed: string;
}

/** A deadline in one line: card, or calm mark with what is owed, and the date. */
export async function DueInLine({ times, at, owed }: DueInLineProps) {
  const [t, telling] = await Promise.all([getTranslations('desk.due'), tellingAt(at)]);
  const { dueAt } = times;
  if (!dueAt) return <DueMark kind="park" word={t('paused')} calm />;
  const card = runningCard(times, at);
  const moment = promisedMomentOf(dueAt, telling);
  if (card === 'none') return <DueMark kind="ok" word={t('by', { moment, owed })} calm />;
  return (
    <DueMark kind={card} word={t(card)} detail={t(dueAt < at ? 'was' : 'until', { moment })} />
  );
}

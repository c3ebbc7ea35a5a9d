import { tellingAt } from '@/components/appeals/telling';
import { Clocks, type ClockRow as Shown } from '@/components/ui/clocks';
import { type DueKind, DueMark } from '@/components/ui/due-mark';
import { roundOf } from '@/lib/appeals/case-file';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { ClockRow } from '@/lib/appeals/records';
import { promisedMomentOf } from '@/lib/i18n/dates';
import { spanWords } from '@/lib/i18n/spans';
import { getTranslations } from '@/lib/i18n/words';
import { cardOf } from '@/lib/sla/clock';

/** The newest clock of each kind in the present round, running ones first, the soonest on top. */
export function clocksOf(view: CaseView): ClockRow[] {
  const round = roundOf(view.file);
  const newest = new Map<string, ClockRow>();
  for (const clock of view.file.clocks) {
    if (clock.roundId === round.id && clock.outcome !== 'void') newest.set(clock.kind, clock);
  }
  const rank = ({ stoppedAt, dueAt }: ClockRow) =>
    stoppedAt ? Number.MAX_SAFE_INTEGER : (dueAt?.getTime() ?? 0);
  return [...newest.values()].toSorted((a, b) => rank(a) - rank(b));
}

const kindOf = (clock: ClockRow, at: Date): DueKind => {
  const card = cardOf(clock, at);
  if (!clock.stoppedAt && !clock.dueAt) return 'park';
  return card === 'none' ? 'ok' : card;
};

/** Clocks of the case: what is left, the limit and where it comes from. */
export async function CaseClocks({ view }: { view: CaseView }) {
  const [t, due, words, telling] = await Promise.all([
    getTranslations('desk.clocks'),
    getTranslations('desk.due'),
    getTranslations('words'),
    tellingAt(view.at),
  ]);
  const span = (from: Date, to: Date) =>
    spanWords(Math.abs(to.getTime() - from.getTime()), telling.locale);
  const show = (clock: ClockRow): Shown => {
    const kind = kindOf(clock, view.at);
    const { startedAt, dueAt, stoppedAt, outcome } = clock;
    const limit = words(`limitUnit.${clock.unit}`, { amount: clock.amount });
    const name = words(`clock.${clock.kind}`);
    if (stoppedAt) {
      const stopped = words(`clockOutcome.${outcome ?? 'met'}`);
      const took = t('took', { span: span(startedAt, stoppedAt) });
      const mark = <DueMark kind={outcome === 'late' ? kind : 'ok'} word={stopped} detail={took} />;
      return { name, kind: 'ok', mark, note: t('limit', { limit }) };
    }
    const left = dueAt ? span(view.at, dueAt) : '';
    const late = dueAt !== null && dueAt < view.at;
    const word = kind === 'ok' ? due('onTime') : due(kind === 'park' ? 'paused' : kind);
    const detail = dueAt ? due(late ? 'overBy' : 'left', { span: left }) : undefined;
    return {
      name,
      kind,
      mark: <DueMark kind={kind} word={word} detail={detail} />,
      used: dueAt ? shareOf(startedAt, dueAt, view.at) : undefined,
      note: (
        <>
          {dueAt
            ? t('runs', { limit, moment: promisedMomentOf(dueAt, telling) })
            : t('limit', { limit })}
          {clock.provisional && ` ${t('provisional')}`}
          <span className="block">
            {t.rich('source', { source: () => <span lang="zh-CN">{clock.source}</span> })}
          </span>
        </>
      ),
    };
  };
  const shown = clocksOf(view).map(show);
  return (
    <section aria-labelledby="clocks" className="mt-32">
      <h2 id="clocks">{t('heading')}</h2>
      {shown.length > 0 ? <Clocks clocks={shown} /> : <p className="quiet">{t('none')}</p>}
    </section>
  );
}

function shareOf(startedAt: Date, dueAt: Date, at: Date): number {
  const whole = dueAt.getTime() - startedAt.getTime();
  return whole > 0 ? (at.getTime() - startedAt.getTime()) / whole : 1;
}

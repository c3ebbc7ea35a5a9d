'use server';

import { tellingAt } from '@/components/appeals/telling';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { type Entries, type FormState, refused, valueIn } from '@/lib/forms';
import { civilDay, promisedMomentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { administering } from '@/lib/people/administering';
import { addCalendar, type CalendarPreview, previewCalendar } from '@/lib/rules/calendar-changes';
import { now } from '@/lib/time/now';
import { backToForm, changingRules, type ProposalView, proposed } from './rules-form';

const shownMoves = 50;
const shownDays = 6;

/** Shows which promises a new calendar would move; only `stage=confirm` writes it. */
export async function addCalendarNow(state: FormState, data: FormData): Promise<FormState> {
  const stage = valueIn(data, 'stage');
  if (stage === 'confirm') {
    return changingRules('calendars', state, data, addCalendar, '/admin/calendars?done=added');
  }
  const result = await administering('calendars', state, data, async (actor, entries) => ({
    ok: true,
    value: { actor, entries },
  }));
  if ('state' in result) return result.state;
  return stage === 'edit' ? backToForm(state, result.done.entries) : proposal(state, result.done);
}

async function proposal(
  state: FormState,
  { actor, entries }: { actor: PersonActor; entries: Entries },
): Promise<FormState> {
  const preview = await previewCalendar(actor, entries);
  if (!preview.ok) return refused(state, entries, preview.problems);
  return proposed(state, entries, await viewOf(preview));
}

async function viewOf({
  draft,
  outlook,
}: Extract<CalendarPreview, { ok: true }>): Promise<ProposalView> {
  const [t, words, telling] = await Promise.all([
    getTranslations('adminCalendars.preview'),
    getTranslations('adminLimits.kind'),
    tellingAt(now()),
  ]);
  const moves = outlook.moves
    .toSorted((a, b) => Number(b.kind === 'promise') - Number(a.kind === 'promise'))
    .slice(0, shownMoves);
  const promises = outlook.moves.filter((it) => it.kind === 'promise').length;
  const days = (list: readonly { on: string }[]) => {
    const shown = list.slice(0, shownDays).map((it) => civilDay(it.on, telling));
    return shown.join(t('between')) + (list.length > shownDays ? t('andSoOn') : '');
  };
  const { idle, beyond, next } = draft;
  return {
    heading: t('heading', { count: promises }),
    sentences: [
      t('looked', { count: outlook.looked, others: outlook.moves.length - promises }),
      ...(outlook.settled > 0 ? [t('settled', { count: outlook.settled })] : []),
      ...(idle.length > 0 ? [t('idle', { count: idle.length, days: days(idle) })] : []),
      ...(beyond.length > 0 ? [t('beyond', { year: next.lastKnownYear, days: days(beyond) })] : []),
    ],
    columns: [t('column.case'), t('column.clock'), t('column.from'), t('column.to')],
    rows: moves.map((it) => [
      spokenCaseNumber(it.caseNumber),
      words(it.kind),
      promisedMomentOf(it.from, telling),
      promisedMomentOf(it.to, telling),
    ]),
    after: [
      ...(outlook.moves.length > shownMoves ? [t('first', { count: shownMoves })] : []),
      t('after'),
    ].join(' '),
  };
}

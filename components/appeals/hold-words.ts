import { type Hold, holdsOf } from '@/lib/appeals/holds';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { civilDay, dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { nameOf } from './story-words';
import { tellingAt } from './telling';

interface HoldTold {
  hold: Hold;
  unit: string;
  since: string;
  until: string;
  /** The unit's own words: its question, or its reason. */
  why: string;
}

/** What the case waits for, with who asked, since when, until when and why: the same for every reader. */
export async function holdsTold(view: CaseView): Promise<HoldTold[]> {
  const telling = await tellingAt(view.at);
  return holdsOf(view.file, telling.zone).map((hold) => {
    const entry = view.story.find((it) => it.seq === hold.seq);
    return {
      hold,
      unit: entry?.by.kind === 'person' ? nameOf(entry.by.unit, telling.locale) : '',
      since: dayOf(hold.fromAt, telling),
      until: hold.untilOn ? civilDay(hold.untilOn, telling) : '',
      why: entry?.words.question ?? entry?.words.reason ?? '',
    };
  });
}

/** The same as sentences for the staff; those that stop no clock say so. */
export async function holdSentences(
  view: CaseView,
): Promise<{ id: string; text: string; why: string }[]> {
  const t = await getTranslations('holds');
  return (await holdsTold(view)).map(({ hold, unit, since, until, why }) => ({
    id: hold.id,
    text: hold.stands
      ? t(`hold.${hold.cause}`, { unit, since, until })
      : t('waits', { unit, until }),
    why: why ? t('why', { why }) : '',
  }));
}

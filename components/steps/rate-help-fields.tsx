import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { ratingBy } from '@/lib/appeals/calls';
import { callRatings } from '@/lib/appeals/words';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { StepProps } from './step-props';

/** Whichever call the reader's unit has not rated yet; the words of the scale are those of its side. */
export async function RateHelpFields({ actor, view }: StepProps) {
  const [t, words, telling] = await Promise.all([
    getTranslations('steps.rateHelp'),
    getTranslations('words.callRatingOf'),
    tellingAt(view.at),
  ]);
  const open = view.calls.flatMap(({ call, unit }) => {
    const side = ratingBy(call, actor);
    const label = `${nameOf(unit, telling.locale)} ${momentOf(call.at, telling)}`;
    return side ? [{ id: call.id, side, label }] : [];
  });
  const side = open[0]?.side ?? 'helpRating';
  return (
    <>
      <FormChoices
        name="callId"
        label={t('callId')}
        choices={open.map(({ id, label }) => ({ value: id, label }))}
      />
      <FormChoices
        name="rating"
        label={t(`ratingOf.${side}`)}
        row
        choices={callRatings.map((it) => ({ value: it, label: words(`${side}.${it}`) }))}
      />
      <FormArea name="note" label={t('note')} hint={t('noteHint')} max={1000} rows={3} optional />
    </>
  );
}

import { FormArea, FormCheckbox, FormText } from '@/components/forms/form-fields';
import { Note } from '@/components/ui/note';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { isPublished } from '@/lib/appeals/showing';
import { getTranslations } from '@/lib/i18n/words';
import { findPersonal, withoutPersonal } from '@/lib/personal/find';
import type { StepProps } from './step-props';

/** The words everybody will read, begun with those of the case, and what was left out of them. */
export async function PublishFields({ view }: StepProps) {
  const t = await getTranslations('steps.publish');
  const told = toldIn(view);
  const left = findPersonal(Object.values(told).join('\n')).map((it) => it.text);
  const shown = isPublished(view.file) ? wordsShown(view) : null;
  const start = (name: keyof Told) => shown?.[name] ?? withoutPersonal(told[name]);
  return (
    <>
      <div className="mt-24">
        <Note boxed heading={t('leftOut')}>
          <p className="mt-8">{left.length > 0 ? t('leftOutThese') : t('leftOutNothing')}</p>
          {left.length > 0 && (
            <p className="mt-8">
              {[...new Set(left)].map((it) => (
                <mark key={it} className="mr-8">
                  {it}
                </mark>
              ))}
            </p>
          )}
          <p className="quiet mt-8">{t('leftOutHint')}</p>
        </Note>
      </div>
      <FormText name="title" label={t('title')} value={start('title')} max={60} />
      <FormArea
        name="what"
        label={t('what')}
        hint={t('whatHint')}
        value={start('what')}
        max={5000}
        rows={8}
      />
      <FormText
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        value={start('place')}
        max={100}
      />
      <FormArea
        name="answer"
        label={t('answer')}
        hint={t('answerHint')}
        value={start('answer')}
        max={5000}
        rows={6}
        optional
      />
      <FormCheckbox name="checked" label={t('checked')} />
    </>
  );
}

type Told = Record<'title' | 'what' | 'place' | 'answer', string>;

const toldIn = ({ detail, story }: CaseView): Told => ({
  title: detail.title,
  what: detail.what,
  place: detail.place,
  answer: story.findLast((it) => it.verb === 'resolve' || it.verb === 'answer')?.words.answer ?? '',
});

const wordsShown = ({ story }: CaseView): Partial<Told> | undefined =>
  story.findLast((it) => it.verb === 'publish')?.words;

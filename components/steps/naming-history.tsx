import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import type { CaseView, StoryEntry } from '@/lib/appeals/queries/case-view';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

/** Every naming of a unit in this round and every return, oldest first. */
export async function NamingHistory({ view }: { view: CaseView }) {
  const [t, telling] = await Promise.all([
    getTranslations('handOvers.history'),
    tellingAt(view.at),
  ]);
  const name = (it: StoryEntry['unit']) => nameOf(it, telling.locale);
  const { round } = view.file.appeal;
  const lines = view.story.flatMap((it) => {
    const by = it.by.kind === 'person' ? it.by : null;
    const at = { key: it.seq, at: it.at };
    if (it.next?.round === round && it.unit)
      return [{ ...at, words: t('began', { unit: name(it.unit) }) }];
    if (it.round !== round) return [];
    if (it.verb === 'sendBack') {
      return [
        { ...at, words: t('back', { by: name(by?.unit ?? null), unit: name(it.betterUnit) }) },
      ];
    }
    return (it.verb === 'dispatch' || it.verb === 'redispatch') && it.unit
      ? [{ ...at, words: t('named', { by: by?.name ?? t('system'), unit: name(it.unit) }) }]
      : [];
  });
  return (
    <section aria-labelledby="namings" className="mt-16">
      <h2 id="namings" className="text-18">
        {t('heading')}
      </h2>
      <ol className="mt-8">
        {lines.map(({ key, at, words }) => (
          <li key={key} className="mt-4">
            {words} <span className="meta nb">{momentOf(at, telling)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

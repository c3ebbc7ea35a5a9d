import { tellingAt, voiceLang } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Note } from '@/components/ui/note';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { dayOf } from '@/lib/i18n/dates';
import { languageOf } from '@/lib/i18n/languages';
import { getTranslations } from '@/lib/i18n/words';
import type { Duplicate } from '@/lib/similar/duplicates';

interface DuplicateRowsProps {
  duplicates: readonly Duplicate[];
  view: CaseView;
}

/** Farther apart, how far says nothing for their being one thing. */
const leastTold = 250;
/** More would be looked at by nobody. */
const mostShown = 3;

/** Cases that may be the same thing, why, and the way to make them one. */
export async function DuplicateRows({ duplicates, view }: DuplicateRowsProps) {
  const shown = duplicates.slice(0, mostShown);
  if (shown.length === 0) return null;
  const [t, telling] = await Promise.all([getTranslations('dispatchDesk'), tellingAt(view.at)]);
  const { caseNumber } = view.file.appeal;
  return (
    <div className="mt-16">
      <Note heading={t('same.heading', { count: shown.length })}>
        <ul className="reasons mt-8">
          {shown.map((it) => (
            <li key={it.appealId}>
              <Anchor href={`/appeals/${it.caseNumber}`}>
                <span lang={voiceLang(view)}>{it.title}</span>
              </Anchor>
              <span className="meta block">
                <span className="num nb">{spokenCaseNumber(it.caseNumber)}</span> {it.place}{' '}
                {dayOf(it.filedAt, telling)} {t('same.people', { people: it.people })}
              </span>
              <span className="block">
                {t('same.why', whyOf(it, languageOf(telling.locale).marks.list))}
              </span>
              {it.status !== 'closed' && it.status !== 'resolved' && (
                <Anchor href={`/appeals/${caseNumber}/merge?into=${it.caseNumber}`}>
                  {t('same.merge')}
                </Anchor>
              )}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}

/** Words and places in both, as the sentence wants them. */
const whyOf = ({ places, words, days, metres }: Duplicate, comma: string) => ({
  near: metres !== null && metres <= leastTold ? 'yes' : 'no',
  metres: Math.max(10, Math.round((metres ?? 0) / 10) * 10),
  places: places.slice(0, 2).join(comma) || 'none',
  words: words.slice(0, 4).join(comma) || 'none',
  days,
});

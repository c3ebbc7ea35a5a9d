import { tellingAt } from '@/components/appeals/telling';
import { Note } from '@/components/ui/note';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { fullDayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

/** Of a case that has been closed for long: what is gone, so that nobody looks for it. */
export async function ErasedNote({ view }: { view: CaseView }) {
  const { contactsErasedAt, wordsErasedAt } = view.file.appeal;
  const since = wordsErasedAt ?? contactsErasedAt;
  if (!since) return null;
  const [t, telling] = await Promise.all([getTranslations('desk.case.erased'), tellingAt(view.at)]);
  const date = fullDayOf(since, telling);
  return (
    <div className="mb-24">
      <Note boxed>
        <p>{t(wordsErasedAt ? 'words' : 'contacts', { date })}</p>
      </Note>
    </div>
  );
}

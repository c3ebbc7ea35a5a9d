import { tellingAt } from '@/components/appeals/telling';
import { Note } from '@/components/ui/note';
import { dayOf, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { readRecounts } from '@/lib/recount/read-recounts';
import { trustIn } from '@/lib/recount/trust';

/**
 * Whether the figures of the page follow from the log, as the last night found. How many differ and whose cases they are is
 * not said here: some of them may be closed to the reader.
 */
export async function RecountNote({ at }: { at: Date }) {
  const found = await readRecounts();
  if (!found) return null;
  const trust = trustIn(found, at);
  if (trust === 'sound' && !found.finishedAt) return null;
  const finishedAt = found.finishedAt ?? found.since;
  const [t, telling] = await Promise.all([getTranslations('supervision.recount'), tellingAt(at)]);
  if (trust === 'sound') {
    return <p className="meta mt-4">{t('sound', { moment: momentOf(finishedAt, telling) })}</p>;
  }
  return (
    <div className="mt-24">
      <Note boxed heading={t(`${trust}.heading`)}>
        <p>
          {trust === 'old'
            ? t('old.words', { day: dayOf(finishedAt, telling) })
            : t('differs.words')}
        </p>
        <p>{t(`${trust}.next`)}</p>
      </Note>
    </div>
  );
}

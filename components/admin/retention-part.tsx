import { tellingAt } from '@/components/appeals/telling';
import { Part } from '@/components/ui/headings';
import { Notice } from '@/components/ui/note';
import { fullDayOf, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { keptDays } from '@/lib/retention/erase';
import { lastRun } from '@/lib/retention/last-run';
import { PowerAnchor } from './power-anchor';

const lines = ['asked', 'contacts', 'words', 'large', 'pictures', 'lookups'] as const;

/** When personal data was last erased as laid down, and how much of it. */
export async function RetentionPart({ at }: { at: Date }) {
  const [t, last, kept, telling] = await Promise.all([
    getTranslations('health.retention'),
    lastRun(),
    keptDays(),
    tellingAt(at),
  ]);
  const done = last ? lines.filter((it) => last.erased[it] > 0) : [];
  return (
    <Part id="retention" heading={t('heading')}>
      <p>{last ? t('ran', { moment: momentOf(last.at, telling) }) : t('never')}</p>
      {last && done.length === 0 && <p>{t('nothing')}</p>}
      {last && done.length > 0 && (
        <ul className="stack mt-8">
          {done.map((it) => (
            <li key={it}>{t(it, { n: last.erased[it] })}</li>
          ))}
        </ul>
      )}
      {kept.erasesFrom > at && (
        <Notice
          kind="calm"
          heading={t('fromHeading', { day: fullDayOf(kept.erasesFrom, telling) })}
        >
          <p>{t('from')}</p>
        </Notice>
      )}
      <p className="meta mt-12">
        {t('kept', { contactDays: kept.contactDays, wordDays: kept.wordDays })}
      </p>
      <p className="alone mt-12">
        <PowerAnchor power="changes" href="/admin/changes?subject=retention">
          {t('before')}
        </PowerAnchor>
      </p>
    </Part>
  );
}

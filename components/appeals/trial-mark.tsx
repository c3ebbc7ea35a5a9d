import { getTranslations } from '@/lib/i18n/words';

/** One word beside the title of a trial appeal; the same for all rows, so that lists ask for it once. */
export async function TrialMark() {
  const t = await getTranslations('setUp.mark');
  return <span className="trial">{t('word')}</span>;
}

/** Above the title: nobody shall take it for a resident's. */
export async function TrialNote() {
  const t = await getTranslations('setUp.mark');
  return (
    <p className="trial-note">
      <TrialMark /> {t('note')}
    </p>
  );
}

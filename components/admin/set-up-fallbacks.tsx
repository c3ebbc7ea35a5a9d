import { Note } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';
import { readFallbacks } from '@/lib/installation/fallbacks';
import { FallbackForm } from './fallback-form';

export async function FallbacksStep() {
  const [t, { people, trouble }] = await Promise.all([
    getTranslations('adminFallbacks'),
    readFallbacks(),
  ]);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="quiet mt-8">{t('lead')}</p>
      {trouble && trouble !== 'missing' && (
        <div className="mt-24">
          <Note boxed heading={t(`trouble.${trouble}`)}>
            <p className="mt-8">{t('troubleNote')}</p>
          </Note>
        </div>
      )}
      <FallbackForm place="set-up" named={people.map((it) => it.id)} />
    </>
  );
}

import { Notice } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';

const deeds = ['added', 'changed', 'retired', 'restored'] as const;

/** A calm word on what has just been done. */
export async function TemplateDone({ done }: { done: string | undefined }) {
  const deed = deeds.find((it) => it === done);
  if (!deed) return null;
  const t = await getTranslations('templates');
  return (
    <div className="mb-24">
      <Notice kind="calm" heading={t(`done.${deed}`)}>
        <p className="mt-4">{t('doneNext')}</p>
      </Notice>
    </div>
  );
}

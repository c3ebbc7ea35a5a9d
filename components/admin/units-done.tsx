import { Notice } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';

const deeds = ['added', 'changed', 'moved', 'merged', 'closed', 'reopened'] as const;

/** A calm word on what has just been done. */
export async function UnitsDone({ done }: { done: string | undefined }) {
  const deed = deeds.find((it) => it === done);
  if (!deed) return null;
  const t = await getTranslations('adminUnits.done');
  return (
    <div className="mb-24">
      <Notice kind="calm" heading={t(`${deed}.heading`)}>
        <p>{t(`${deed}.body`)}</p>
      </Notice>
    </div>
  );
}

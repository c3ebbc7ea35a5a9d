import { readInstallation } from '@/lib/appeals/queries/front';
import { getTranslations } from '@/lib/i18n/words';
import { DictationLater } from './dictation-later';

/** Speaking instead of typing; not there where administration does not allow it. */
export async function DictationPart({ field }: { field: string }) {
  const { dictation } = await readInstallation();
  if (!dictation) return null;
  const t = await getTranslations('filing');
  return <DictationLater field={field} words={t.raw('dictation')} />;
}

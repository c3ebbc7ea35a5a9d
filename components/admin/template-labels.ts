import { getTranslations } from '@/lib/i18n/words';

/** Field → label, for the summary of what is to be put right. */
export async function templateLabels(): Promise<Record<string, string>> {
  const t = await getTranslations('templates');
  return { verb: t('verb'), categoryId: t('category'), name: t('name'), body: t('body') };
}

import { getTranslations } from '@/lib/i18n/words';
import { supervisionWords } from './words';

/** The words of reports. */
export async function reportWords(at: Date) {
  const [shared, r] = await Promise.all([supervisionWords(at), getTranslations('reports')]);
  return { ...shared, r };
}

import { getTranslations } from '@/lib/i18n/words';
import { supervisionWords } from './words';

/** The words of the course of things. */
export async function trendWords(at: Date) {
  const [shared, w] = await Promise.all([supervisionWords(at), getTranslations('trends')]);
  return { ...shared, w };
}

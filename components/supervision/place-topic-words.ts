import { getTranslations } from '@/lib/i18n/words';
import { supervisionWords } from './words';

/** The words of open cases by place and subject. */
export async function placeTopicWords(at: Date) {
  const [shared, g] = await Promise.all([supervisionWords(at), getTranslations('placeTopics')]);
  return { ...shared, g };
}

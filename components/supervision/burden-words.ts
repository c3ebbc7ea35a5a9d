import { getTranslations } from '@/lib/i18n/words';
import { supervisionWords } from './words';

/** The words of the burden ledger. */
export async function burdenWords(at: Date) {
  const [shared, d] = await Promise.all([supervisionWords(at), getTranslations('burden')]);
  return { ...shared, d };
}

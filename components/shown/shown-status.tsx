import { StatusWord } from '@/components/ui/status-word';
import { getTranslations } from '@/lib/i18n/words';
import type { ShownCase } from '@/lib/publication/read-shown';

/** How far a published case is, in the residents' words. */
export async function ShownStatus({ shown }: { shown: ShownCase }) {
  const [t, word] = await Promise.all([getTranslations('shown'), statusOf(shown)]);
  return (
    <>
      <StatusWord ring={shown.status}>{word}</StatusWord>
      {shown.round > 1 && <span className="meta block">{t('again', { number: shown.round })}</span>}
    </>
  );
}

export async function statusOf({ status, closedAs }: ShownCase): Promise<string> {
  const words = await getTranslations('words');
  return closedAs ? words(`closedAs.${closedAs}`) : words(`residentStatus.${status}`);
}

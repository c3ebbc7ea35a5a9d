import { PrintButton } from '@/components/resident/print-button';
import { Anchor } from '@/components/ui/anchor';
import { getTranslations } from '@/lib/i18n/words';
import { CodesOnce } from './codes-once';

/** What follows a form that has made recovery codes: the codes, a way to print them, the way on. */
export async function CodesShown({ onward }: { onward: string }) {
  const t = await getTranslations('secondFactor');
  return (
    <CodesOnce
      headings={{ enrolled: t('codesHeading'), renewed: t('newCodesHeading') }}
      note={t('codesNote')}
    >
      <PrintButton words={t('print')} byHand={t('printByHand')} />
      <p className="mt-16">
        <Anchor href={onward} reload>
          {t('kept')}
        </Anchor>
      </p>
    </CodesOnce>
  );
}

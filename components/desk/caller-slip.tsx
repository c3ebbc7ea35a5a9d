import { Slip } from '@/components/appeals/slip';
import { PrintButton } from '@/components/resident/print-button';
import { presentVoices } from '@/lib/appeals/case-file';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';

/** What a caller takes home. */
export async function CallerSlip({ view }: { view: CaseView }) {
  const t = await getTranslations('desk.slip');
  const [voice] = presentVoices(view.file);
  if (!voice) return null;
  return (
    <>
      <Slip view={view} voice={voice} spelled />
      <div className="no-print mt-24">
        <PrintButton words={t('print')} byHand={t('byHand')} />
      </div>
    </>
  );
}

import { forgetCase } from '@/app/actions/forget-case';
import { Button, Buttons } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { getTranslations } from '@/lib/i18n/words';

/** Whoever wrote for somebody else hands them the slip, and keeps nothing on their own machine. */
export async function HandOver({ caseNumber, helped }: { caseNumber: string; helped: boolean }) {
  if (!helped) return null;
  const t = await getTranslations('receipt.handOver');
  return (
    <div className="mt-24">
      <Note boxed heading={t('heading')}>
        <p className="mt-8 mb-16">{t('text')}</p>
        <form action={forgetCase.bind(null, caseNumber)}>
          <Buttons>
            <Button kind="second">{t('forget')}</Button>
          </Buttons>
        </form>
      </Note>
    </div>
  );
}

import { Buttons, LinkButton } from '@/components/ui/button';
import { getTranslations } from '@/lib/i18n/words';

/** On large pages, beneath the latest steps: the rest of the page, and the slip on paper. */
export async function ShowEverything({ caseNumber }: { caseNumber: string }) {
  const t = await getTranslations('large');
  return (
    <div className="mt-32 no-print">
      <p className="meta mb-16">{t('everythingNote')}</p>
      <Buttons>
        <LinkButton href={`/follow/${caseNumber}?all=1`} kind="second">
          {t('everything')}
        </LinkButton>
        <LinkButton href={`/follow/${caseNumber}/slip`} kind="second">
          {t('print')}
        </LinkButton>
      </Buttons>
    </div>
  );
}

import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import type { Refusal } from '@/lib/appeals/refusals';
import { getTranslations } from '@/lib/i18n/words';

/** A step that is not open, with the reason in plain words. */
export async function ShutStep({ refusal, home }: { refusal: Refusal; home: string }) {
  const [t, refusals] = await Promise.all([getTranslations('follow'), getTranslations('refusals')]);
  return (
    <Empty kind="missing" heading={t('pages.shut')} level={1}>
      <p>{refusals(refusal.code)}</p>
      <Buttons>
        <LinkButton kind="second" href={home}>
          {t('back')}
        </LinkButton>
      </Buttons>
    </Empty>
  );
}

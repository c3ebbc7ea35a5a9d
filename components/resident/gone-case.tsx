import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { readPhone } from '@/lib/appeals/queries/front';
import { getTranslations } from '@/lib/i18n/words';
import { ResidentShell } from './resident-shell';

/** Where links lead of whom nothing is kept any more. */
export async function GoneCase() {
  const [t, phone] = await Promise.all([getTranslations('privateLink'), readPhone()]);
  return (
    <ResidentShell>
      <Empty kind="done" heading={t('goneTitle')} level={1}>
        <p>{t('goneWhy')}</p>
        <p>{t('goneNext', { phone })}</p>
        <Buttons>
          <LinkButton href="/file">{t('goneFile')}</LinkButton>
          <LinkButton kind="plain" href="/">
            {t('home')}
          </LinkButton>
        </Buttons>
      </Empty>
    </ResidentShell>
  );
}

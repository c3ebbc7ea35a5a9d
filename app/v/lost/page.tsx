import type { Metadata } from 'next';
import { MineDoor } from '@/components/resident/mine-door';
import { ResidentShell } from '@/components/resident/resident-shell';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { readPhone } from '@/lib/appeals/queries/front';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privateLink');
  return { title: t('lostTitle'), robots: { index: false } };
}

/** Where private links lead that open nothing: in words of its own, with and without JavaScript. */
export default async function LostLinkPage() {
  const [t, phone] = await Promise.all([getTranslations('privateLink'), readPhone()]);
  return (
    <ResidentShell>
      <Empty kind="missing" heading={t('lostTitle')} level={1}>
        <p>{t('lostWhy')}</p>
        <p>{t('lostNext', { phone })}</p>
        <MineDoor />
        <Buttons>
          <LinkButton kind="second" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {t('call', { phone })}
          </LinkButton>
          <LinkButton kind="plain" href="/">
            {t('home')}
          </LinkButton>
        </Buttons>
      </Empty>
    </ResidentShell>
  );
}

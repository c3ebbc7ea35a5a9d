import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { ResidentShell } from '@/components/resident/resident-shell';
import { richWords } from '@/components/resident/rich-words';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { currentActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('faults');
  return { title: t('missingTitle') };
}

/** Also the answer to what one may not see. */
export default async function NotFoundPage() {
  const t = await getTranslations('faults');
  const actor = await currentActor();
  const missing = (
    <Empty kind="missing" heading={t('missingTitle')} level={1}>
      <p className="quiet">{t.rich('missingBody', await richWords())}</p>
      <Buttons>
        <LinkButton kind="second" href={actor ? '/desk' : '/track'}>
          {t(actor ? 'desk' : 'track')}
        </LinkButton>
        <LinkButton kind="plain" href="/">
          {t('home')}
        </LinkButton>
      </Buttons>
    </Empty>
  );
  return actor ? (
    <DeskFrame actor={actor}>{missing}</DeskFrame>
  ) : (
    <ResidentShell>{missing}</ResidentShell>
  );
}

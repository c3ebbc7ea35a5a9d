import type { Metadata } from 'next';
import { DeskFrame } from '@/components/desk/desk-frame';
import { ResidentShell } from '@/components/resident/resident-shell';
import { richWords } from '@/components/resident/rich-words';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { currentActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import RootLayout from './layout';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const [t, shell] = await Promise.all([getTranslations('faults'), getTranslations('shell')]);
  return { title: shell.raw('titleTemplate').replace('%s', t('missingTitle')) };
}

export { viewport } from './layout';

/**
 * Also the answer to what one may not see. The global one: a `not-found.tsx` would be drawn, masthead and
 * all, for every page there is and thrown away.
 */
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
  return (
    <RootLayout>
      {actor ? (
        <DeskFrame actor={actor}>{missing}</DeskFrame>
      ) : (
        <ResidentShell>{missing}</ResidentShell>
      )}
    </RootLayout>
  );
}

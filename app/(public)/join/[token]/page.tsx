import type { Metadata } from 'next';
import { JoinForm } from '@/components/resident/join-form';
import { ResidentShell } from '@/components/resident/resident-shell';
import { SharedFacts } from '@/components/resident/shared-facts';
import { LinkButton } from '@/components/ui/button';
import { Columns } from '@/components/ui/columns';
import { Part } from '@/components/ui/headings';
import { readPhone } from '@/lib/appeals/queries/front';
import { readShared } from '@/lib/appeals/queries/shared';
import { guestHolding } from '@/lib/auth/resident';
import { getTranslations } from '@/lib/i18n/words';

interface JoinPageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joining');
  return { title: t('title'), robots: { index: false } };
}

/** The way in for a neighbour: what it is about without anybody's words, and one short form. */
export default async function JoinPage({ params, searchParams }: JoinPageProps) {
  const [t, { token }, { done }] = await Promise.all([
    getTranslations('joining'),
    params,
    searchParams,
  ]);
  const guest = guestHolding(token);
  const shared = guest && (await readShared(guest.appealId));
  if (!shared) {
    return (
      <ResidentShell>
        <h1>{t('gone')}</h1>
        <p className="lead mt-8 mb-24">{t('goneText')}</p>
        <LinkButton href="/file">{t('goneLink')}</LinkButton>
      </ResidentShell>
    );
  }
  if (done) {
    return (
      <ResidentShell>
        <h1>{t('thanks')}</h1>
        <p className="lead mt-8">{t('thanksText')}</p>
        <p className="mt-16">{t('thanksTel', { phone: await readPhone() })}</p>
      </ResidentShell>
    );
  }
  return (
    <ResidentShell>
      <h1>{t('heading')}</h1>
      <p className="lead mt-8">{t('lead')}</p>
      <Columns>
        <JoinForm token={token} />
        <aside>
          <Part id="about" heading={t('about')}>
            <SharedFacts shared={shared} />
          </Part>
        </aside>
      </Columns>
    </ResidentShell>
  );
}

import type { Metadata } from 'next';
import { FactorNote } from '@/components/account/factor-note';
import { AdminFrame } from '@/components/admin/admin-frame';
import { PeopleOverview } from '@/components/admin/people-overview';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { readOverview } from '@/lib/people/overview';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminStart');
  return { title: t('heading') };
}

/** What administration has to look at today. */
export default async function AdminPage() {
  const actor = await requireActor('administer');
  const [t, overview] = await Promise.all([
    getTranslations('adminStart'),
    readOverview(civilZone(), actor),
  ]);
  return (
    <AdminFrame actor={actor} at="start">
      <FactorNote personId={actor.personId} />
      <h1>{t('heading')}</h1>
      <PeopleOverview overview={overview} />
    </AdminFrame>
  );
}

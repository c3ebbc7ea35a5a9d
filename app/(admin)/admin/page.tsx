import type { Metadata } from 'next';
import { FactorNote } from '@/components/account/factor-note';
import { AdminFrame } from '@/components/admin/admin-frame';
import { PeopleOverview } from '@/components/admin/people-overview';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Notice } from '@/components/ui/note';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { readOverview } from '@/lib/people/overview';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminStart');
  return { title: t('heading') };
}

const deeds = ['apartEnded', 'apartKept'] as const;

/** What administration has to look at today. */
export default async function AdminPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('start');
  const [t, three, overview, asked] = await Promise.all([
    getTranslations('adminStart'),
    getTranslations('threeAdministrators'),
    readOverview(civilZone(), actor),
    searchParams,
  ]);
  const done = deeds.find((it) => it === firstParam(asked.done));
  return (
    <AdminFrame actor={actor} at="start">
      <FactorNote personId={actor.personId} />
      {done && (
        <div className="mb-24">
          <Notice kind="calm" heading={three(`done.${done}`)}>
            <p>{three(`done.${done}Next`)}</p>
          </Notice>
        </div>
      )}
      <h1>{t('heading')}</h1>
      <PeopleOverview overview={overview} actor={actor} />
    </AdminFrame>
  );
}

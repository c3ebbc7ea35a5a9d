import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AreaRows } from '@/components/admin/area-rows';
import { AreaTry } from '@/components/admin/area-try';
import { ChangeDone } from '@/components/admin/change-done';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readAreas } from '@/lib/places/read-areas';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminAreas');
  return { title: t('heading') };
}

/** Which unit has which place. */
export default async function AreasPage({ searchParams }: { searchParams: PageParams }) {
  const actor = await requirePower('areas');
  const [t, areas, asked] = await Promise.all([
    getTranslations('adminAreas'),
    readAreas(),
    searchParams,
  ]);
  return (
    <AdminFrame actor={actor} at="areas">
      <ChangeDone done={firstParam(asked.done)} words={t.raw('done')} />
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead', { count: areas.length })}</p>
      <div className="mt-24">
        <Buttons>
          <LinkButton href="/admin/areas/new">{t('add')}</LinkButton>
          <LinkButton href="/admin/areas/import" kind="second">
            {t('import.link')}
          </LinkButton>
          <LinkButton href="/admin/areas/export" kind="plain" reload>
            {t('export')}
          </LinkButton>
        </Buttons>
      </div>
      {areas.length > 0 ? (
        <>
          <AreaTry asked={firstParam(asked.place)} areas={areas} />
          <AreaRows areas={areas} />
        </>
      ) : (
        <Empty kind="missing" heading={t('none')}>
          <p className="quiet">{t('noneNext')}</p>
        </Empty>
      )}
    </AdminFrame>
  );
}

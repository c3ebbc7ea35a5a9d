import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { UnitsTree } from '@/components/admin/units-tree';
import { Buttons, LinkButton } from '@/components/ui/button';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readTree } from '@/lib/units/read-units';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminUnits');
  return { title: t('heading') };
}

/** The tree of units. */
export default async function UnitsListPage() {
  const actor = await requirePower('units');
  const [t, units] = await Promise.all([getTranslations('adminUnits'), readTree(actor)]);
  const open = units.filter((it) => !it.closedAt).length;
  return (
    <AdminFrame actor={actor} at="units">
      <h1>{t('heading')}</h1>
      <p className="quiet mt-8">{t('lead', { open, closed: units.length - open })}</p>
      <div className="mt-24">
        <Buttons>
          <LinkButton href="/admin/units/new">{t('add')}</LinkButton>
          <LinkButton href="/admin/import/units" kind="second">
            {t('import')}
          </LinkButton>
        </Buttons>
      </div>
      <UnitsTree units={units} />
    </AdminFrame>
  );
}

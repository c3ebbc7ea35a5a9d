import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { UnitsDone } from '@/components/admin/units-done';
import { UnitsPage } from '@/components/admin/units-page';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { isKey } from '@/lib/people/is-key';
import { now } from '@/lib/time/now';
import { readFormerNames } from '@/lib/units/former-names';
import { readUnitPage } from '@/lib/units/read-units';

type UnitProps = { params: Promise<{ id: string }>; searchParams: PageParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminUnits');
  return { title: t('unit') };
}

export default async function UnitPage({ params, searchParams }: UnitProps) {
  const [actor, { id }, asked] = await Promise.all([requirePower('units'), params, searchParams]);
  const unit = isKey(id) ? await readUnitPage(id, actor) : null;
  if (!unit) notHere();
  return (
    <AdminFrame actor={actor} at="units">
      <UnitsDone done={firstParam(asked.done)} />
      <UnitsPage unit={unit} formerNames={await readFormerNames(id)} at={now()} />
    </AdminFrame>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AdminFrame } from '@/components/admin/admin-frame';
import { UnitsStep, unitSteps } from '@/components/admin/units-step';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { isKey } from '@/lib/people/is-key';
import { readUnitPage } from '@/lib/units/read-units';

type StepProps = { params: Promise<{ id: string; step: string }> };

export async function generateMetadata({ params }: StepProps): Promise<Metadata> {
  const [t, asked] = await Promise.all([getTranslations('adminUnits'), params]);
  const step = unitSteps.find((it) => it === asked.step);
  return { title: step ? t(`step.${step}.name`) : t('unit') };
}

export default async function UnitStepPage({ params }: StepProps) {
  const [actor, asked] = await Promise.all([requirePower('units'), params]);
  const step = unitSteps.find((it) => it === asked.step);
  const unit = step && isKey(asked.id) ? await readUnitPage(asked.id, actor) : null;
  if (!step || !unit) notHere();
  // Closed ones can only be opened again, open ones anything but that.
  if ((step === 'reopen') !== (unit.closedAt !== null)) redirect(`/admin/units/${unit.id}`);
  return (
    <AdminFrame actor={actor} at="units">
      <UnitsStep unit={unit} step={step} />
    </AdminFrame>
  );
}

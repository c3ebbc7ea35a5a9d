import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { OfficersForm } from '@/components/admin/supervision-rule-officers';
import { BackLink } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { supervisionLevels } from '@/lib/installation/supervision-causes';

type LevelPageProps = { params: Promise<{ level: string }> };

const levelOf = (text: string) => supervisionLevels.find((it) => `${it}` === text);

export async function generateMetadata({ params }: LevelPageProps): Promise<Metadata> {
  const t = await getTranslations('adminSupervision');
  return { title: t('chooseFor', { level: levelOf((await params).level) ?? '' }) };
}

export default async function LevelPage({ params }: LevelPageProps) {
  const actor = await requirePower('supervision');
  const level = levelOf((await params).level) ?? notHere();
  const t = await getTranslations('adminSupervision');
  return (
    <AdminFrame actor={actor} at="supervision">
      <BackLink href="/admin/supervision">{t('back')}</BackLink>
      <h1>{t('chooseFor', { level })}</h1>
      <p className="quiet mt-8">{t(`levelDoes.${level}`)}</p>
      <OfficersForm level={level} />
    </AdminFrame>
  );
}

import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { RuleForm } from '@/components/admin/supervision-rule-form';
import { BackLink } from '@/components/ui/headings';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { isId } from '@/lib/id';
import { readSupervisionRule } from '@/lib/installation/supervision-rules';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSupervision');
  return { title: t('changeRule') };
}

export default async function RulePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePower('supervision');
  const { id } = await params;
  const rule = (isId(id) && (await readSupervisionRule(id))) || notHere();
  const t = await getTranslations('adminSupervision');
  return (
    <AdminFrame actor={actor} at="supervision">
      <BackLink href="/admin/supervision">{t('back')}</BackLink>
      <h1>{t(`cause.${rule.cause}.name`)}</h1>
      <p className="quiet mt-8">{t(`cause.${rule.cause}.about`)}</p>
      <RuleForm cause={rule.cause} rule={rule} />
    </AdminFrame>
  );
}

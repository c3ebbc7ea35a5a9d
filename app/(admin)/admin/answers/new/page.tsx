import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AnswerForm } from '@/components/admin/answer-form';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('answers.admin');
  return { title: t('add') };
}

export default async function NewAnswerPage() {
  const actor = await requirePower('answers');
  return (
    <AdminFrame actor={actor} at="answers">
      <AnswerForm />
    </AdminFrame>
  );
}

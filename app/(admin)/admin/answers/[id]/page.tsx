import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { AnswerForm } from '@/components/admin/answer-form';
import { readAnswer } from '@/lib/answers/read';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('answers.admin');
  return { title: t('one') };
}

export default async function OneAnswerPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requirePower('answers');
  const answer = await readAnswer((await params).id);
  if (!answer) notHere();
  return (
    <AdminFrame actor={actor} at="answers">
      <AnswerForm answer={answer} />
    </AdminFrame>
  );
}

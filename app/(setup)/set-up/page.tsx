import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DayOne } from '@/components/admin/set-up-day-one';
import { SetUpFrame, stepPath } from '@/components/admin/set-up-frame';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { readSetUp, setUpSteps } from '@/lib/installation/set-up';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('setUp');
  return { title: t('title') };
}

/** Goes on where set-up was left; once it is over, says what comes next. */
export default async function SetUpPage() {
  const actor = await requirePower('setUp');
  const state = await readSetUp();
  if (!state.over) {
    redirect(stepPath(setUpSteps.find((it) => it !== 'finish' && !state.done[it]) ?? 'finish'));
  }
  return (
    <SetUpFrame actor={actor} step={null} state={state}>
      <DayOne />
    </SetUpFrame>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { fileOwn } from '@/app/actions/file';
import { FilingPage } from '@/components/filing/filing-page';
import { SaidSoFar } from '@/components/filing/said-so-far';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { currentDraft } from '@/lib/auth/own-draft';
import { firstUnanswered, pathOf } from '@/lib/drafts/filing-steps';
import { withPlace } from '@/lib/drafts/with-place';
import type { Messages } from '@/lib/i18n/messages';
import { getMessages, getTranslations } from '@/lib/i18n/words';
import { heldPhotos } from '@/lib/photos/held';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('filing');
  return { title: t('lastLook'), robots: { index: false } };
}

/** All of it once more, each answer with the way to change it, and the one button that sends it. */
export default async function CheckPage() {
  const [t, joining, messages, draft] = await Promise.all([
    getTranslations('filing'),
    getTranslations('joining'),
    getMessages() as Promise<Messages>,
    currentDraft(),
  ]);
  if (!draft) redirect(pathOf('what'));
  if (draft.filed) redirect(`/follow/${draft.filed.caseNumber}/receipt`);
  const told = await withPlace(draft.told);
  const unanswered = firstUnanswered(told);
  if (unanswered) redirect(pathOf(unanswered));
  return (
    <FilingPage step="check">
      <h1 className="mt-12 mb-24">{t('lastLook')}</h1>
      <ActionForm
        action={fileOwn}
        problemWords={{
          ...(messages.refusals as Record<string, string>),
          tooMany: joining.raw('tooMany'),
        }}
      >
        <SaidSoFar told={told} held={await heldPhotos(`draft:${draft.id}`)} />
        <div className="btns mt-48">
          <SubmitButton>{t('submit')}</SubmitButton>
          <span className="meta">{t('submitHint')}</span>
        </div>
      </ActionForm>
    </FilingPage>
  );
}

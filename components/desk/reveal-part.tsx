import { revealContact } from '@/app/actions/reveal';
import { byField, type ProblemWords } from '@/components/forms/problem-words';
import type { Messages } from '@/lib/i18n/messages';
import { getMessages, getTranslations } from '@/lib/i18n/words';
import { RevealForm } from './reveal-form';

/** The form and, once answered, the contact in its place. */
export async function RevealPart({ caseNumber, voiceId }: { caseNumber: string; voiceId: string }) {
  const [t, messages] = await Promise.all([
    getTranslations('reveal'),
    getMessages() as Promise<Messages>,
  ]);
  const { forms, problems, reveal } = messages as Record<string, Record<string, string>>;
  const own = byField((reveal as unknown as { problems: ProblemWords }).problems);
  return (
    <RevealForm
      action={revealContact.bind(null, caseNumber, voiceId)}
      texts={{ ...problems, ...own }}
      words={{
        reason: t('reason'),
        reasonHint: t('reasonHint'),
        submit: t('submit'),
        shown: t('shown'),
        shownOnce: t('shownOnce'),
        none: t('none'),
        contacts: { name: t('name'), phone: t('phone'), email: t('email') },
        sending: forms?.sending ?? '',
        summary: forms?.notSentTitle ?? '',
      }}
    />
  );
}

import { revealContact } from '@/app/actions/reveal';
import { byField, type ProblemWords } from '@/components/forms/problem-words';
import type { FormAction } from '@/components/forms/sending';
import { getMessages, getTranslations } from '@/lib/i18n/words';
import { RevealForm } from './reveal-form';

interface SealedPartProps {
  action: FormAction;
  /** Where its words stand, the terms among them. */
  namespace: string;
  terms: readonly string[];
}

/** The form that asks for a reason and, once answered, what was sealed in its place. */
export async function SealedPart({ action, namespace, terms }: SealedPartProps) {
  const [t, account, messages] = await Promise.all([
    getTranslations(namespace),
    getTranslations('account'),
    getMessages(),
  ]);
  const { forms, problems } = messages as Record<string, Record<string, string>>;
  const own = byField(t.raw('problems') as ProblemWords);
  return (
    <RevealForm
      action={action}
      texts={{ ...problems, ...own }}
      words={{
        reason: t('reason'),
        reasonHint: t('reasonHint'),
        proof: account('proof'),
        proofHint: account('proofAgain'),
        submit: t('submit'),
        shown: t('shown'),
        shownOnce: t('shownOnce'),
        none: t('none'),
        terms: Object.fromEntries(terms.map((it) => [it, t(it)])),
        sending: forms?.sending ?? '',
        summary: forms?.notSentTitle ?? '',
      }}
    />
  );
}

/** How to reach one resident. */
export const RevealPart = ({ caseNumber, voiceId }: { caseNumber: string; voiceId: string }) => (
  <SealedPart
    action={revealContact.bind(null, caseNumber, voiceId)}
    namespace="reveal"
    terms={['name', 'phone', 'email']}
  />
);

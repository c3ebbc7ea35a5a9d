import { byField, type ProblemWords } from '@/components/forms/problem-words';
import type { Messages } from '@/lib/i18n/messages';
import { getMessages } from '@/lib/i18n/words';
import { ProposalForm, type ProposalFormProps } from './change-proposal-form';

type ChangeProposalProps = Omit<ProposalFormProps, 'words' | 'texts'> & {
  problemWords: ProblemWords;
};

/**
 * A form in two stages that works without JavaScript: what is asked for, then what would happen, and
 * only a second yes does it. The action answers `proposed(…)` for the first.
 */
export async function ChangeProposal({ problemWords, ...rest }: ChangeProposalProps) {
  const messages: Messages = await getMessages();
  const forms = textsOf(messages.forms);
  const words = {
    errorPrefix: forms.errorPrefix ?? '',
    notSentTitle: forms.notSentTitle ?? '',
    summaryOne: forms.summaryOne ?? '',
    summaryMany: forms.summaryMany ?? '',
    labelled: forms.labelled ?? '',
    sending: forms.sending ?? '',
    optional: forms.optional ?? '',
    countMax: forms.countMax ?? '',
    countUsed: forms.countUsed ?? '',
    choose: forms.choose ?? '',
  };
  const texts = { ...textsOf(messages.problems), ...byField(problemWords) };
  return <ProposalForm {...rest} words={words} texts={texts} />;
}

function textsOf(namespace: Messages[string] | undefined): Record<string, string> {
  if (typeof namespace !== 'object') return {};
  const flat = Object.entries(namespace).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(flat);
}

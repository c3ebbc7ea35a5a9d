import type { Messages } from '@/lib/i18n/messages';
import { getMessages } from '@/lib/i18n/words';
import { LiveForm, type LiveFormProps } from './live-form';
import { byField, type ProblemWords } from './problem-words';

type ActionFormProps = Omit<LiveFormProps, 'words' | 'texts' | 'labels'> & {
  labels?: Record<string, string>;
  /** The form's own words for problems: code → text with `{places}`, or field → code → text. */
  problemWords?: ProblemWords;
};

/**
 * A form that asks a server action `(state, formData) => Promise<FormState>`; works without JavaScript.
 * Inside stand `FormText`, `FormArea`, `FormSelect`, `FormChoices`, `FormCheckbox`, `SubmitButton`, and
 * plain `<input type="hidden">`.
 */
export async function ActionForm({ labels = {}, problemWords = {}, ...rest }: ActionFormProps) {
  const messages: Messages = await getMessages();
  const words = { ...noWords, ...textsOf(messages.forms) };
  const texts = { ...textsOf(messages.problems), ...byField(problemWords) };
  return <LiveForm {...rest} labels={labels} words={words} texts={texts} />;
}

const noWords = {
  errorPrefix: '',
  notSentTitle: '',
  summaryOne: '',
  summaryMany: '',
  labelled: '',
  sending: '',
  optional: '',
  countMax: '',
  countUsed: '',
  choose: '',
};

/** The flat texts of a namespace. */
function textsOf(namespace: Messages[string] | undefined): Record<string, string> {
  if (typeof namespace !== 'object') return {};
  return Object.fromEntries(
    Object.entries(namespace).filter((entry): entry is [string, string] => {
      return typeof entry[1] === 'string';
    }),
  );
}

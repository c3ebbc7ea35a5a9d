import { randomUUID } from 'node:crypto';
import { takeStep } from '@/app/actions/appeals';
import { ActionForm } from '@/components/forms/action-form';
import type { ProblemWords } from '@/components/forms/problem-words';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { Messages } from '@/lib/i18n/messages';
import { getMessages } from '@/lib/i18n/words';

interface StepFormProps {
  side: 'desk' | 'voice' | 'merged' | 'neighbour';
  verb: Verb;
  caseNumber: string;
  /** The step the page was drawn at. A resident's own answers carry none: nobody's move spoils them. */
  step?: number;
  labels?: Record<string, string>;
  problemWords?: ProblemWords;
  prefix?: string;
  children: React.ReactNode;
}

/** The form of one verb. It knows labels, problems and that it is under way, and no rule. */
export async function StepForm({
  side,
  verb,
  caseNumber,
  step,
  labels,
  problemWords,
  prefix,
  children,
}: StepFormProps) {
  const messages: Messages = await getMessages();
  const refusals = messages.refusals as Record<string, string>;
  return (
    <ActionForm
      action={takeStep.bind(null, side, verb, caseNumber)}
      labels={labels ?? {}}
      problemWords={{ ...refusals, ...problemWords }}
      {...(prefix ? { prefix } : {})}
    >
      {step !== undefined && <input type="hidden" name="step" value={step} />}
      <input type="hidden" name="formKey" value={randomUUID()} />
      {children}
    </ActionForm>
  );
}

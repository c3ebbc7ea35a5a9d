'use client';

import { useEffect, useId } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { offerIn } from '@/lib/form-offer';
import type { FormProblem } from '@/lib/forms';
import { fill } from '@/lib/i18n/fill';
import { DoneContext, FormContext, type FormWords, fieldId } from './form-context';
import { OfferPart } from './offer-part';
import { type ProblemTexts, summaryWords, wordsByField } from './problem-words';
import { type FormAction, useSending } from './sending';

export type LiveFormProps = {
  action: FormAction;
  /** Field name → its label, for the summary. */
  labels: Record<string, string>;
  /** Keeps ids apart where a page has two forms. */
  prefix?: string | undefined;
  className?: string | undefined;
  /** In place of the form once the action answered `done`. */
  whenDone?: React.ReactNode;
  words: FormWords;
  texts: ProblemTexts;
  children: React.ReactNode;
};

export function LiveForm({
  action,
  labels,
  prefix,
  className,
  whenDone,
  words,
  texts,
  children,
}: LiveFormProps) {
  const { state, pending, post, send } = useSending(action);
  const { attempt, entries, problems } = state;
  const summaryId = useId();
  useAnnouncement(problems, summaryId, words.errorPrefix);

  if (state.done && whenDone) return <DoneContext value={state.done}>{whenDone}</DoneContext>;
  const title = problems.length === 1 ? words.summaryOne : words.summaryMany;
  const offer = offerIn(state);
  const onPage = problems.some(({ field }) => field !== null);
  return (
    <FormContext
      value={{ prefix, attempt, entries, problems: wordsByField(problems, texts), pending, words }}
    >
      <form
        action={post}
        onSubmit={send}
        noValidate
        className={className}
        aria-busy={pending || undefined}
      >
        {problems.length > 0 && (
          <ErrorSummary
            id={summaryId}
            title={onPage ? fill(title, { count: problems.length }) : words.notSentTitle}
            items={problems.map((problem) => ({
              words: summaryWords(problem, texts, labels, words),
              fieldId: problem.field === null ? null : fieldId(prefix, problem.field),
            }))}
          />
        )}
        {offer ? <OfferPart view={offer} entries={entries} /> : children}
      </form>
    </FormContext>
  );
}

/** Moves the focus to the summary and says in the page's title that something is wrong. */
function useAnnouncement(problems: readonly FormProblem[], summaryId: string, prefix: string) {
  useEffect(() => {
    if (problems.length === 0) return;
    document.getElementById(summaryId)?.focus();
    const title = document.title;
    document.title = `${prefix}${title}`;
    return () => {
      if (document.title === `${prefix}${title}`) document.title = title;
    };
  }, [problems, summaryId, prefix]);
}

'use client';

import { type ProblemTexts, summaryWords, wordsByField } from '@/components/forms/problem-words';
import { type FormAction, useSending } from '@/components/forms/sending';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Facts } from '@/components/ui/facts';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { entryOf, type Values } from '@/lib/forms';

interface RevealWords {
  reason: string;
  reasonHint: string;
  proof: string;
  proofHint: string;
  submit: string;
  shown: string;
  shownOnce: string;
  none: string;
  /** What is shown, in this order: key of the answer → its term. */
  terms: Readonly<Record<string, string>>;
  sending: string;
  summary: string;
}

interface RevealFormProps {
  action: FormAction;
  texts: ProblemTexts;
  words: RevealWords;
}

/** Asks for the reason; the answer of the action, which holds what was sealed, takes the form's place. */
export function RevealForm({ action, texts, words }: RevealFormProps) {
  const { state, pending, post, send } = useSending(action);
  if (state.done) return <Shown values={state.done.values ?? {}} words={words} />;
  const { problems, entries, attempt } = state;
  const labels = { reason: words.reason };
  const proof = wordsByField(problems, texts).get('proof');
  return (
    <form action={post} onSubmit={send} noValidate aria-busy={pending || undefined}>
      {problems.length > 0 && (
        <ErrorSummary
          id="reveal-problems"
          title={words.summary}
          items={problems.map((problem) => ({
            words: summaryWords(problem, texts, labels, { labelled: '{problem}' }),
            fieldId: problem.field,
          }))}
        />
      )}
      <TextArea
        key={attempt}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={wordsByField(problems, texts).get('reason')}
        value={entryOf(entries, 'reason')}
        rows={3}
      />
      {proof && (
        <TextField
          key={`proof-${attempt}`}
          name="proof"
          type="password"
          label={words.proof}
          hint={words.proofHint}
          error={proof}
          autoComplete="current-password"
        />
      )}
      <div className="mt-24">
        <Button aria-disabled={pending || undefined}>
          {pending ? words.sending : words.submit}
        </Button>
      </div>
    </form>
  );
}

function Shown({ values, words }: { values: Values; words: RevealWords }) {
  return (
    <section className="mt-32" role="status">
      <h2>{words.shown}</h2>
      <div className="mt-12">
        <Facts
          facts={Object.entries(words.terms).map(([key, term]) => ({
            term,
            detail: <strong className="num">{values[key] || words.none}</strong>,
          }))}
        />
      </div>
      <p className="meta mt-8">{words.shownOnce}</p>
    </section>
  );
}

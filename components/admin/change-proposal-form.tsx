'use client';

import { useEffect, useId, useRef } from 'react';
import { FormContext, type FormWords, fieldId } from '@/components/forms/form-context';
import { type ProblemTexts, summaryWords, wordsByField } from '@/components/forms/problem-words';
import { type FormAction, useSending } from '@/components/forms/sending';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Cell, Row, Rows } from '@/components/ui/rows';
import type { Entries, FormState } from '@/lib/forms';
import { fill } from '@/lib/i18n/fill';

export interface ProposalFormProps {
  action: FormAction;
  labels: Record<string, string>;
  words: FormWords;
  texts: ProblemTexts;
  /** The second yes, and the way back to the form. */
  confirm: string;
  edit: string;
  /** The form itself, with its button. */
  children: React.ReactNode;
}

interface View {
  heading: string;
  sentences: string[];
  columns: string[];
  rows: string[][];
  after: string;
}

export function ProposalForm(props: ProposalFormProps) {
  const { action, labels, words, texts, children } = props;
  const { state, pending, post, send } = useSending(action);
  const { attempt, entries, problems } = state;
  const summaryId = useId();
  const view = problems.length === 0 ? viewIn(state) : null;
  useEffect(() => {
    if (problems.length > 0) document.getElementById(summaryId)?.focus();
  }, [problems, summaryId]);

  const title = problems.length === 1 ? words.summaryOne : words.summaryMany;
  return (
    <FormContext
      value={{
        prefix: undefined,
        attempt,
        entries,
        problems: wordsByField(problems, texts),
        pending,
        words,
      }}
    >
      <form action={post} onSubmit={send} noValidate aria-busy={pending || undefined}>
        {problems.length > 0 && (
          <ErrorSummary
            id={summaryId}
            title={fill(title, { count: problems.length })}
            items={problems.map((problem) => ({
              words: summaryWords(problem, texts, labels, words),
              fieldId: problem.field === null ? null : fieldId(undefined, problem.field),
            }))}
          />
        )}
        {view ? <Proposal view={view} entries={entries} {...props} /> : children}
      </form>
    </FormContext>
  );
}

const viewIn = ({ done }: FormState): View | null =>
  typeof done?.values?.view === 'string' ? JSON.parse(done.values.view) : null;

function Proposal({
  view,
  entries,
  confirm,
  edit,
}: Pick<ProposalFormProps, 'confirm' | 'edit'> & { view: View; entries: Entries }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="part" aria-labelledby="proposal">
      <div className="part-head">
        <h2 id="proposal" tabIndex={-1} ref={heading}>
          {view.heading}
        </h2>
      </div>
      {view.sentences.map((it) => (
        <p key={it} className="mt-8">
          {it}
        </p>
      ))}
      {view.rows.length > 0 && (
        <Rows
          caption={view.heading}
          captionHidden
          columns={view.columns.map((label) => ({ label }))}
        >
          {view.rows.map((cells) => (
            <Row key={cells.join(' ')}>
              {cells.map((cell, index) => (
                <Cell
                  key={view.columns[index]}
                  head={index === 0}
                  {...(index > 0 ? { label: view.columns[index] ?? '' } : {})}
                >
                  {cell}
                </Cell>
              ))}
            </Row>
          ))}
        </Rows>
      )}
      <p className="quiet mt-16">{view.after}</p>
      {Object.entries(entries).flatMap(([name, value]) =>
        [value]
          .flat()
          .map((it) => <input key={`${name} ${it}`} type="hidden" name={name} value={it} />),
      )}
      <div className="mt-24">
        <Buttons>
          <SubmitButton name="stage" value="confirm">
            {confirm}
          </SubmitButton>
          <SubmitButton kind="second" name="stage" value="edit">
            {edit}
          </SubmitButton>
        </Buttons>
      </div>
    </section>
  );
}

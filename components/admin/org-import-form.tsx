'use client';

import { useEffect, useId } from 'react';
import type { ImportState } from '@/app/actions/admin/org-import';
import { type FormAction, useSending } from '@/components/forms/sending';
import { Anchor } from '@/components/ui/anchor';
import { Button, Buttons } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Note } from '@/components/ui/note';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { fill } from '@/lib/i18n/fill';
import { ImportFaults, ImportPreview } from './org-import-preview';
import type { ImportWords } from './org-import-words';

interface OrgImportFormProps {
  kind: string;
  /** Bound where the page is made: bound here, it would be another one at every attempt to draw it. */
  action: FormAction;
  words: ImportWords;
}

/**
 * Choosing a table, seeing what it would do, doing it: one form, three faces, with or without
 * JavaScript. The text travels with the form, since nothing is kept before it is confirmed.
 */
export function OrgImportForm({ kind, action, words }: OrgImportFormProps) {
  const { state: sent, pending, post, send } = useSending(action);
  const state: ImportState = sent;
  const { problems, text = '', view, gbk } = state;
  const id = useId();
  useEffect(() => {
    if (problems.length > 0 || view || gbk !== undefined) document.getElementById(id)?.focus();
  }, [problems, view, gbk, id]);

  const ready = view && view.faulty === 0;
  const does = view ? view.counts.new + view.counts.changed : 0;
  return (
    <form action={post} onSubmit={send} noValidate aria-busy={pending || undefined}>
      {problems.length > 0 && (
        <ErrorSummary
          id={id}
          title={words.errorTitle}
          items={problems.map((it) => ({
            words: fill(words.problems[it.code] ?? it.code, it.values),
            fieldId: it.field,
          }))}
        />
      )}
      {gbk !== undefined && (
        <div id={problems.length > 0 ? undefined : id} tabIndex={-1} className="mt-24">
          <Note boxed heading={words.gbkHeading}>
            <p>{words.gbkLead}</p>
            <pre className="sample" lang="zh-CN">
              {gbk}
            </pre>
          </Note>
          <input type="hidden" name="text" value={text} />
          <Go pending={pending} words={words} step="preview">
            {words.gbkYes}
          </Go>
        </div>
      )}
      {view && (
        <div id={problems.length > 0 ? undefined : id} tabIndex={-1}>
          {ready ? (
            <ImportPreview view={view} words={words} />
          ) : (
            <ImportFaults view={view} words={words} />
          )}
        </div>
      )}
      {ready && does > 0 && (
        <>
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="digest" value={view.digest} />
          {problems.some((it) => it.field === 'proof') && (
            <TextField
              key={state.attempt}
              name="proof"
              type="password"
              label={words.proof}
              hint={words.proofHint}
              autoComplete="current-password"
            />
          )}
          <Go pending={pending} words={words} step="apply">
            {fill(words.apply, { count: does })}
          </Go>
        </>
      )}
      {gbk === undefined && !ready && (
        <>
          <TextFields key={`${state.attempt}-${text.length}`} text={text} words={words} />
          <Go pending={pending} words={words} step="preview">
            {view ? words.previewAgain : words.preview}
          </Go>
        </>
      )}
      {(view || gbk !== undefined) && (
        <p className="mt-16">
          <Anchor href={`/admin/import/${kind}`} reload>
            {words.startOver}
          </Anchor>
        </p>
      )}
    </form>
  );
}

function TextFields({ text, words }: { text: string; words: ImportWords }) {
  return (
    <>
      {text === '' && (
        <Field id="file" label={words.file} hint={words.fileHint}>
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            aria-describedby="file-hint"
          />
        </Field>
      )}
      <TextArea
        name="text"
        label={text === '' ? words.text : words.textAgain}
        hint={words.textHint}
        value={text}
        rows={8}
      />
    </>
  );
}

interface GoProps {
  pending: boolean;
  words: ImportWords;
  step: 'preview' | 'apply';
  children: React.ReactNode;
}

function Go({ pending, words, step, children }: GoProps) {
  return (
    <div className="mt-32">
      <Buttons>
        <Button name="step" value={step} aria-disabled={pending || undefined}>
          {pending ? words.working : children}
        </Button>
      </Buttons>
    </div>
  );
}

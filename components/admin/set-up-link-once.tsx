'use client';

import { useContext } from 'react';
import { DoneContext } from '@/components/forms/form-context';
import { fill } from '@/lib/i18n/fill';

interface LinkOnceProps {
  /** With the place `{name}`. */
  heading: string;
  note: string;
  /** To the next one, on a fresh page. */
  children: React.ReactNode;
}

/** A one-time link in place of the form that made it: shown now, and never again. */
export function LinkOnce({ heading, note, children }: LinkOnceProps) {
  const done = useContext(DoneContext);
  if (!done) return null;
  return (
    <div className="note box notice" role="status">
      <h2>{fill(heading, done.values)}</h2>
      <p>{note}</p>
      <div className="keybox mt-16">
        <code>{done.values?.link}</code>
      </div>
      <div className="mt-24">{children}</div>
    </div>
  );
}

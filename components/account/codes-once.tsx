'use client';

import { useContext } from 'react';
import { DoneContext } from '@/components/forms/form-context';

interface CodesOnceProps {
  /** By the code of what the form has done. */
  headings: Readonly<Record<string, string>>;
  note: string;
  children: React.ReactNode;
}

/** Recovery codes in place of the form that made them: shown now, and never again. */
export function CodesOnce({ headings, note, children }: CodesOnceProps) {
  const done = useContext(DoneContext);
  if (!done) return null;
  const codes = String(done.values?.codes ?? '').split(' ');
  return (
    <div className="note box notice" role="status">
      <h2>{headings[done.code]}</h2>
      <p>{note}</p>
      <ol className="codes mt-16">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="mt-24 no-print">{children}</div>
    </div>
  );
}

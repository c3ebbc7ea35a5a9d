'use client';

import { fill } from '@/lib/i18n/fill';
import en from '@/messages/en/faults.json';
import zh from '@/messages/zh/faults.json';
import './globals.css';

type FaultProps = { error: unknown };

/** The last resort, when not even the layout stands: both languages, since the reader's is unknown. */
export default function GlobalFaultPage({ error }: FaultProps) {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null;
  const reference = typeof digest === 'string' ? digest : null;
  return (
    <html lang="zh-CN">
      <body>
        <title>{`${zh.title} · ${en.title}`}</title>
        <main className="wrap stack">
          <h1>{zh.heading}</h1>
          <p>{zh.body}</p>
          {reference && <p>{fill(zh.reference, { reference })}</p>}
          <p>
            <a href="/">{zh.home}</a>
          </p>
          <div lang="en" className="stack">
            <h2>{en.heading}</h2>
            <p>{en.body}</p>
            {reference && <p>{fill(en.reference, { reference })}</p>}
            <p>
              <a href="/">{en.home}</a>
            </p>
          </div>
        </main>
      </body>
    </html>
  );
}

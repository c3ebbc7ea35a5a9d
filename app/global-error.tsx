'use client';

import en from '@/messages/en/faults.json';
import zh from '@/messages/zh/faults.json';
import './globals.css';

type FaultProps = { error: unknown };

/** The last resort, when not even the layout stands: both languages, since the reader's is unknown. */
export default function GlobalFaultPage({ error }: FaultProps) {
  const digest = error instanceof Error && 'digest' in error ? error.digest : null;
  return (
    <html lang="zh-CN">
      <body>
        <title>{`${zh.title} · ${en.title}`}</title>
        <main className="wrap stack">
          <h1>{zh.heading}</h1>
          <p>{zh.body}</p>
          <div lang="en" className="stack">
            <h2>{en.heading}</h2>
            <p>{en.body}</p>
          </div>
          {typeof digest === 'string' && <p className="num">{digest}</p>}
          <p>
            <a href="/">{zh.home}</a>
          </p>
        </main>
      </body>
    </html>
  );
}

'use client';

import { Button } from '@/components/ui/button';
import { fill } from '@/lib/i18n/fill';
import { type Later, type Tell, useLater } from './later';
import type { LaterWords } from './later-words';

/** On pages of the usual way: what was written without a network is sent, and it is said what has become of it. */
export function LaterNote({ words }: { words: LaterWords }) {
  return <LaterList {...useLater()} words={words} />;
}

type LaterListProps = { list: readonly Later[]; tell: Tell; words: LaterWords };

/** What was written on this machine without a network, and what has become of it. */
export function LaterList({ list, tell, words }: LaterListProps) {
  return (
    <div role="status">
      {list.length > 0 && (
        <ul className="later-list mt-24">
          {list.map((it) => (
            <li key={it.formKey}>
              <LaterLine it={it} words={words} />
              {(it.caseNumber || it.problem) && (
                <Button
                  kind="plain"
                  type="button"
                  onClick={() => tell({ kind: 'drop', formKey: it.formKey })}
                >
                  {words.drop}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function LaterLine({ it, words }: { it: Later; words: LaterWords }) {
  if (it.caseNumber) {
    return (
      <p>
        <strong>{fill(words.sent, { number: it.caseNumber })}</strong>{' '}
        <a href={`/follow/${it.caseNumber}/receipt`}>{words.open}</a>
      </p>
    );
  }
  return (
    <>
      <p className="quiet">
        {it.problem ? fill(words.refused, { problem: it.problem }) : words.waiting}
      </p>
      <p>{it.what}</p>
    </>
  );
}

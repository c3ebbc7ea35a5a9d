'use client';

import { useEffect, useRef } from 'react';
import { fill } from '@/lib/i18n/fill';
import { between, type Grid } from '@/lib/photos/grid';

type CoverGridProps = {
  grid: Grid;
  covered: readonly number[];
  /** The picture beneath. */
  children: React.ReactNode;
  words: { cell: string; group: string };
};

/**
 * A grid of checkboxes over a picture: each covers its square. Without scripts that is all; with them a part is
 * drawn by holding and moving, or by Shift and the arrow keys, and one square takes the focus for all of them.
 */
export function CoverGrid({ grid: { columns, rows }, covered, children, words }: CoverGridProps) {
  const group = useRef<HTMLDivElement>(null);
  const part = useRef<Part | null>(null);
  const cells = () => [...(group.current?.querySelectorAll('input') ?? [])];
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when scripts have come
  useEffect(() => {
    for (const [nth, it] of cells().entries()) it.tabIndex = nth === 0 ? 0 : -1;
  }, []);

  const begin = (at: number, on: boolean) => {
    part.current = { from: at, on, before: cells().map((it) => it.checked), drawn: false };
  };
  const drawTo = (at: number) => {
    const present = part.current;
    if (!present) return;
    present.drawn = true;
    const chosen = new Set(between(present.from, at, columns));
    for (const [nth, it] of cells().entries()) {
      it.checked = chosen.has(nth) ? present.on : (present.before[nth] ?? false);
    }
  };
  const under = (x: number, y: number) => nthOf(document.elementFromPoint(x, y));
  const focusOn = (at: number) => {
    for (const [nth, it] of cells().entries()) it.tabIndex = nth === at ? 0 : -1;
    cells()[at]?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid over a picture in every browser
    <div
      ref={group}
      role="group"
      aria-label={words.group}
      className="cover"
      onPointerDown={({ clientX, clientY, button }) => {
        const at = under(clientX, clientY);
        if (at === null || button !== 0) return;
        begin(at, !cells()[at]?.checked);
      }}
      onPointerMove={({ clientX, clientY, buttons }) => {
        const at = under(clientX, clientY);
        if (at === null || buttons !== 1 || !part.current) return;
        if (part.current.drawn || at !== part.current.from) drawTo(at);
      }}
      onClickCapture={(event) => {
        // The press that ends a part is no press on the square beneath it.
        if (part.current?.drawn) event.preventDefault();
        part.current = null;
      }}
      onKeyDown={(event) => {
        const at = nthOf(event.target);
        const to = at === null ? null : stepFrom(at, event.key, columns, rows);
        if (at === null || to === null) return;
        event.preventDefault();
        if (event.shiftKey && !part.current?.drawn) begin(at, true);
        if (event.shiftKey) drawTo(to);
        focusOn(to);
      }}
      onKeyUp={({ key }) => {
        if (key === 'Shift') part.current = null;
      }}
    >
      {children}
      <div className="cells">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
          <div key={row}>
            {Array.from({ length: columns }, (__, column) => {
              const nth = row * columns + column;
              return (
                <input
                  key={nth}
                  type="checkbox"
                  name="cell"
                  value={nth}
                  defaultChecked={covered.includes(nth)}
                  aria-label={fill(words.cell, { row: row + 1, column: column + 1 })}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A rectangle being drawn: where it began, what it does, and how all was before. */
interface Part {
  from: number;
  on: boolean;
  before: readonly boolean[];
  drawn: boolean;
}

const nthOf = (target: unknown): number | null =>
  target instanceof HTMLInputElement && target.name === 'cell' ? Number(target.value) : null;

function stepFrom(at: number, key: string, columns: number, rows: number): number | null {
  const [row, column] = [Math.floor(at / columns), at % columns];
  if (key === 'ArrowLeft' && column > 0) return at - 1;
  if (key === 'ArrowRight' && column < columns - 1) return at + 1;
  if (key === 'ArrowUp' && row > 0) return at - columns;
  if (key === 'ArrowDown' && row < rows - 1) return at + columns;
  return null;
}

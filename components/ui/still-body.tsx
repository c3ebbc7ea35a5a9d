'use client';

import { createElement } from 'react';
import { answerBeingMade } from './answer-store';
import type { StillMarkup } from './still';

type StillProps = { markup: StillMarkup } & Record<string, unknown>;

/** Holds `still` markup within an element of its own name and properties. */
export function StillBody({ as, markup, ...rest }: StillProps & { as: string }) {
  return createElement(as, { ...rest, ...held(markup) });
}

/** Holds `still` options of which one is chosen, as React would choose it among options of its own. */
export function StillSelect({ markup, ...rest }: StillProps & { defaultValue: string }) {
  const chosen = `value="${rest.defaultValue}"`;
  return createElement('select', {
    ...rest,
    ...held(markup, (html) => html.replace(chosen, () => `${chosen} selected=""`)),
  });
}

function held(markup: StillMarkup, change = (html: string) => html) {
  const kept = 'kept' in markup ? markup.kept : undefined;
  const html = 'html' in markup ? markup.html : standingThere(markup.kept);
  // React wrote it, and escaped every text in it.
  return { 'data-still': kept, dangerouslySetInnerHTML: { __html: change(html) } };
}
/** By number, what this page came with: its tree may be drawn again after going on and coming back. */
const came = new Map<number, string>();

function standingThere(kept: number): string {
  const answer = answerBeingMade();
  if (answer) return answer.still[kept] ?? '';
  const known = came.get(kept);
  if (known !== undefined) return known;
  const html = document.querySelector(`[data-still="${kept}"]`)?.innerHTML ?? '';
  came.set(kept, html);
  return html;
}

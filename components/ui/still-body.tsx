'use client';

import { answerBeingMade } from './answer-store';
import type { StillMarkup } from './still';

type StillBodyProps = {
  as: 'tbody' | 'svg' | 'ol' | 'div';
  markup: StillMarkup;
} & React.AriaAttributes &
  Pick<React.HTMLAttributes<Element>, 'role' | 'className'>;

/** Holds `still` markup. */
export function StillBody({ as: Tag, markup, ...rest }: StillBodyProps) {
  const kept = 'kept' in markup ? markup.kept : undefined;
  const __html = 'html' in markup ? markup.html : standingThere(markup.kept);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it, and escaped every text in it.
  return <Tag {...rest} data-still={kept} dangerouslySetInnerHTML={{ __html }} />;
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

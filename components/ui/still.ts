import { answerBeingMade } from './answer-store';

/** Markup that nothing changes in the browser; `StillBody` puts it where it belongs. */
export type StillMarkup = { html: string } | { kept: number };

/**
 * Elements that nothing changes in the browser, as markup. Drawn at once they cost the server a third of what a
 * tree costs, which is built, put into words for the browser and drawn, element by element; and where a whole
 * page is answered they are sent once, not a second time for the browser's own copy of the tree. See
 * docs/decisions/0018-what-a-page-costs.md.
 *
 * @param node elements and plain functions of them: nothing asynchronous, no client component.
 */
export async function still(node: React.ReactNode): Promise<string> {
  // Left to Node: the framework's own copy of React for server components cannot draw.
  const { renderToStaticMarkup } = await import(/* turbopackIgnore: true */ 'react-dom/server');
  // React escaped every text in it, as it does on the way every other page goes.
  return renderToStaticMarkup(node);
}

/** To be called for each answer anew: its number is known to this answer alone. */
export function sentOnce(html: string): StillMarkup {
  const answer = answerBeingMade();
  return answer ? { kept: answer.still.push(html) - 1 } : { html };
}

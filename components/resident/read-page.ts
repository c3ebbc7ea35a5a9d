const blocks = 'h1,h2,h3,p,li,dt,dd,legend,label,th,td,caption';
const silent = '[data-silent],button,select,textarea,svg,noscript,script,[aria-hidden="true"],.btn';

/** What stands under `main`, block by block, in the order it is read; without buttons and what is not shown. */
export function readPage(main: Element): string[] {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const found: { block: Element; text: string }[] = [];
  while (walker.nextNode()) {
    const { parentElement: parent, textContent } = walker.currentNode;
    if (!parent || parent.closest(silent) || parent.getClientRects().length === 0) continue;
    const block = parent.closest(blocks) ?? main;
    const last = found.at(-1);
    if (last?.block === block) last.text += textContent ?? '';
    else found.push({ block, text: textContent ?? '' });
  }
  return found.map(({ text }) => text);
}

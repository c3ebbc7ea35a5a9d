/**
 * Writes into a field as if it had been typed there: where the cursor stands if it ever stood there, otherwise at
 * the end. A space parts it from a word of letters before it; Chinese needs none.
 */
export function writeAtCursor(area: HTMLTextAreaElement, text: string, touched: boolean): void {
  const end = area.value.length;
  const from = touched ? area.selectionStart : end;
  const to = touched ? area.selectionEnd : end;
  const letter = /[\p{Script=Latin}\p{N},.;:!?]$/u;
  const space = letter.test(area.value.slice(0, from)) && /^[\p{Script=Latin}\p{N}]/u.test(text);
  area.setRangeText(space ? ` ${text}` : text, from, to, 'end');
  // The count and the draft learn of it as they do of typing.
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

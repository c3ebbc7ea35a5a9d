/** The markup that stands in the page being answered, by number; see scripts/launcher/answer-store.mjs. */
interface Answer {
  still: string[];
  /** Lets the page show pictures of one more origin. */
  allowImages(origin: string): void;
  /** Lets the page use the microphone, if its reader lets it. */
  allowMicrophone(): void;
}

/** Undefined in a browser, and where what is answered is only a part of a page. */
export function answerBeingMade(): Answer | undefined {
  const found: unknown = Reflect.get(globalThis, Symbol.for('huiyin.answers'));
  return (found as { getStore(): Answer | undefined } | undefined)?.getStore();
}

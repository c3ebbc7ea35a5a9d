import type { Messages } from '@/lib/i18n/messages';

/** A language made by a rule: each Chinese text in brackets, so that whatever stands without is no word of it. */

export const [opening, closing] = ['⟦', '⟧'] as const;

/** One language of a test: where it runs to, and in which of two languages it names units. */
export interface Marking {
  name: string;
  dir: 'ltr' | 'rtl';
  names: 'zh' | 'en';
}

type Tree = { [key: string]: string | string[] | Tree };

/** The whole file; `header` is the Chinese one. */
export function markedLanguage(words: Messages, header: object, marking: Marking): object {
  const { marks, dates, spans } = header as { marks: object; dates: Tree; spans: Tree };
  const own = { ...marking, name: marked(marking.name), lang: 'qaa', intl: 'zh-CN', marks };
  return {
    ...markedAll(words),
    // What is put together of others is in their brackets.
    language: { ...own, spans: markedAll(spans), dates: { ...dates, ...markedDates(dates) } },
  };
}

const marked = (text: string) => (text.trim() === '' ? text : `${opening}${text}${closing}`);

function markedAll(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, it]) => [
      key,
      typeof it === 'string' ? marked(it) : Array.isArray(it) ? it.map(marked) : markedAll(it),
    ]),
  );
}

function markedDates({ months: _, ...dates }: Tree): Tree {
  return markedAll(dates);
}

/** In the page: what is said outside brackets and outside what names a language of its own. */
export function bareTexts([open, close]: readonly [string, string]): string[] {
  const root = document.documentElement;
  const found: string[] = [];
  let depth = 0;
  const take = (text: string) => {
    let bare = '';
    for (const sign of text) {
      if (sign === open) depth += 1;
      if (depth === 0) bare += sign;
      if (sign === close) depth -= 1;
    }
    if (/\p{L}/u.test(bare)) found.push(bare.trim());
  };
  const isAside = (element: Element | null) =>
    element?.closest('[lang]') !== root ||
    element.closest('script, style, template, svg, code, [hidden]') !== null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isAside(node.parentElement)) take(node.textContent ?? '');
  }
  if (depth !== 0) found.push(`a bracket is open (${depth})`);
  for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      depth = 0;
      if (!isAside(element)) take(element.getAttribute(name) ?? '');
    }
  }
  depth = 0;
  take(document.title);
  return found;
}

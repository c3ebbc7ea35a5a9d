import type { createTranslator } from 'use-intl/core';

export type Words = ReturnType<typeof createTranslator>;
type Values = Parameters<Words>[1];

/**
 * The same words, said faster: texts that only have gaps for values are put together here, all others are left
 * to ICU's grammar. On a page of rows these are nine in ten.
 */
export function withGaps(words: Words): Words {
  const texts = new Map<string, readonly string[] | null>();
  const say = (key: string, values?: Values): string => {
    const known = texts.get(key);
    const text = known === undefined ? gapsOf(words.has(key) ? words.raw(key) : null) : known;
    if (known === undefined) texts.set(key, text);
    return text?.every((part, nth) => nth % 2 === 0 || isPlain(values?.[part]))
      ? text.map((part, nth) => (nth % 2 === 0 ? part : values?.[part])).join('')
      : words(key, values);
  };
  return Object.assign(say, words);
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

/** Texts and, between them, the names of gaps; null where a text has more to it than gaps. */
function gapsOf(raw: unknown): readonly string[] | null {
  if (typeof raw !== 'string' || /['<]/.test(raw)) return null;
  const parts = raw.split(/\{(\w+)\}/);
  return parts.some((part) => /[{}]/.test(part)) ? null : parts;
}

import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { type Words, withGaps } from '@/lib/i18n/gaps';
import { locales } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';

type Tree = { [name: string]: string | Tree };

function* textsOf(tree: Tree, path = ''): Generator<[key: string, text: string]> {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [`${path}${name}`, value];
    else yield* textsOf(value, `${path}${name}.`);
  }
}

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);

describe('words put together', () => {
  it.each(locales())('are what ICU makes of them: every text in %s', async (locale) => {
    const messages = await messagesOf(locale);
    const slow: Words = createTranslator({ locale, messages, onError: () => {} });
    const fast = withGaps(slow);
    let told = 0;
    for (const [key, text] of textsOf(messages as Tree)) {
      const values = Object.fromEntries(namesIn(text).map((name) => [name, 2]));
      expect(fast(key, values), key).toBe(slow(key, values));
      told += 1;
    }
    expect(told).toBeGreaterThan(1_000);
  });

  it('leave to ICU what has a grammar, markup or a quote', () => {
    const messages = {
      plain: '{who}，共 {count} 件',
      plural: '{count, plural, one {# case} other {# cases}}',
      quoted: "it''s {count}",
    };
    const words = withGaps(createTranslator({ locale: 'en', messages }));
    expect(words('plain', { who: '<b>', count: 12_345 })).toBe('<b>，共 12345 件');
    expect(words('plural', { count: 1 })).toBe('1 case');
    expect(words('quoted', { count: 2 })).toBe("it's 2");
  });

  it('tell of what is missing as ever', () => {
    const found: string[] = [];
    const words = withGaps(
      createTranslator({
        locale: 'zh',
        messages: { gap: '{who}' },
        onError: (error) => found.push(error.code),
      }),
    );
    words('gap');
    words('nothing');
    expect(found).toEqual(['FORMATTING_ERROR', 'MISSING_MESSAGE']);
  });
});

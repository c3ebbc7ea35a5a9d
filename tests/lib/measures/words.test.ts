import { describe, expect, test } from 'vitest';
import { type Locale, locales } from '@/lib/i18n/locale';
import { type Messages, messagesOf } from '@/lib/i18n/messages';
import { whichWords } from '@/lib/measures/cases';
import { measureKeys, measures } from '@/lib/measures/define';
import { listKeys } from '@/lib/measures/lists';

const keysOf = (messages: Messages, path = ''): string[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );

const words = async (locale: Locale) => (await messagesOf(locale)).supervision as Messages;

test('both languages say the same things', async () => {
  expect(keysOf(await words('en'))).toEqual(keysOf(await words('zh')));
});

describe.each(locales())('in %s', (locale) => {
  test('every measure, answer and list has its words', async () => {
    const said = keysOf(await words(locale));
    const due = [
      ...measureKeys.flatMap((key) => [
        ...['name', 'question', 'yes', 'counts', 'how'].map((it) => `measure.${key}.${it}`),
        ...Object.keys(measures[key].answers).map((it) => `cases.answer.${it}`),
      ]),
      ...listKeys.flatMap((key) => [`list.${key}`, `list.${key}Note`]),
      ...whichWords.map((it) => `cases.which.${it}`),
    ];
    expect(due.filter((key) => !said.includes(key))).toEqual([]);
  });
});

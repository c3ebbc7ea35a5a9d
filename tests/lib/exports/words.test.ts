import { expect, test } from 'vitest';
import { columnsOf, exportKinds } from '@/lib/exports/tables';
import { locales } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { measureKeys, measures } from '@/lib/measures/define';

type Tree = { [key: string]: Tree } | undefined;

test.each(locales())('columns, answers and measures of a file have words in %s', async (locale) => {
  const { exports: words, supervision } = (await messagesOf(
    locale,
  )) as unknown as NonNullable<Tree>;
  const columns = exportKinds.flatMap((kind) => columnsOf(kind).map(([key]) => key));
  const answers = Object.values(measures).flatMap((it) => Object.keys(it.answers));
  expect(answers).toContain('broken');
  expect(columns.filter((it) => !words?.column?.[it])).toEqual([]);
  expect(answers.filter((it) => !supervision?.cases?.answer?.[it])).toEqual([]);
  expect(measureKeys.filter((it) => !supervision?.measure?.[it]?.name)).toEqual([]);
});

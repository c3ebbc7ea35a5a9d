import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultsOf, languageFaults, needWholeLanguages } from '@/lib/i18n/complete';
import { languages, readLanguages, WrongLanguage } from '@/lib/i18n/languages';

/** What a language that comes by one file must be, or it is refused. */

const folders: string[] = [];
afterAll(() => {
  for (const it of folders) rmSync(it, { recursive: true });
});

/** A folder an administrator would name by HUIYIN_MESSAGES. */
function folderOf(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-languages-'));
  folders.push(folder);
  for (const [name, words] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof words === 'string' ? words : JSON.stringify(words));
  }
  return folder;
}

const header = (changes: Record<string, unknown> = {}) => {
  const { dates: _, ...rest } = JSON.parse(readFileSync('messages/zh/language.json', 'utf8'));
  return { language: { ...rest, name: '한국어', lang: 'ko', ...changes } };
};

describe('the languages there are', () => {
  it('are the two that come with the program, and one for each file', () => {
    expect([...readLanguages().keys()]).toEqual(['zh', 'en']);
    const found = readLanguages(
      folderOf({ 'ko.json': header(), 'ug.json': header({ dir: 'rtl' }) }),
    );
    expect([...found.keys()]).toEqual(['zh', 'en', 'ko', 'ug']);
    expect(found.get('zh')?.intl).toBe('zh-CN');
  });

  it.each([
    ['no JSON', { 'ko.json': '{' }, /ko\.json cannot be read/],
    ['no header', { 'ko.json': {} }, /ko\.json: language: /],
    ['a header without a name', { 'ko.json': header({ name: '' }) }, /language\.name/],
    ['a direction there is not', { 'ko.json': header({ dir: 'up' }) }, /language\.dir/],
    ['names in a third language', { 'ko.json': header({ names: 'ko' }) }, /language\.names/],
    ['what the header does not know', { 'ko.json': header({ colour: 'red' }) }, /colour/],
    ['eleven months', { 'ko.json': header({ dates: { months: [] } }) }, /language\.dates/],
    ['no rules of plurals', { 'za.json': header({ lang: 'za' }) }, /language\.intl must be given/],
    ['rules nobody has', { 'za.json': header({ intl: 'za' }) }, /language\.intl/],
    ['no tag', { 'ko.json': header({ lang: 'korean language' }) }, /language\.lang/],
    ['a built-in one', { 'en.json': header() }, /en\.json: there is a language of that name/],
    ['a name that is no tag', { 'Korean words.json': header() }, /called by a language tag/],
  ])('refuse %s', (_, files, why) => {
    const folder = folderOf(files);
    expect(() => readLanguages(folder)).toThrow(WrongLanguage);
    expect(() => readLanguages(folder)).toThrow(why);
  });

  it('refuse a folder that is not there', () => {
    expect(() => readLanguages('/nowhere/at/all')).toThrow(/HUIYIN_MESSAGES.*nowhere/);
  });

  it('take the rules of another where there are none for this one', () => {
    const folder = folderOf({ 'za.json': header({ lang: 'za', intl: 'zh-CN' }) });
    expect(readLanguages(folder).get('za' as never)).toMatchObject({ lang: 'za', intl: 'zh-CN' });
  });
});

describe('a whole language', () => {
  it.each([...languages()])('is %s', async (locale, language) => {
    expect(await languageFaults(locale, language)).toEqual([]);
    await expect(needWholeLanguages()).resolves.toBeUndefined();
  });

  const zh = { a: { title: '{count} 件', link: '去<b>看</b>', page: '%s·回音', own: '好 {who}' } };
  const en = {
    a: {
      title: '{count, plural, one {# case} other {# cases}}',
      link: 'go <b>and see</b>',
      page: '%s · Huiyin',
      own: 'good',
    },
  };
  const faults = (changes: Record<string, unknown>, intl = 'ar') =>
    faultsOf({ a: { ...zh.a, ...changes } } as never, [zh, en], intl);

  it('may leave out what one of the two leaves out, and use what one has', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ own: 'x' })).toEqual([]);
    expect(faults({ more: 'a key nobody asks for' })).toEqual([]);
  });

  it.each([
    [{ title: undefined }, 'a.title is missing.'],
    [{ title: { deeper: 'x' } }, 'a.title is missing.'],
    [{ title: ['x'] }, 'a.title is missing.'],
    [{ title: ' ' }, 'a.title is empty.'],
    [{ title: 'some' }, 'a.title lacks {count}.'],
    [{ title: '{count} {many}' }, 'a.title has {many}, which nothing fills.'],
    [{ title: '{count' }, 'a.title cannot be read: look at its braces and tags.'],
    [{ link: 'x' }, 'a.link lacks <b>.'],
    [{ link: '<b>x</b> <i>y</i>' }, 'a.link has <i>, which nothing fills.'],
    [{ page: 'x' }, 'a.page lacks %s.'],
    [
      { title: '{count, plural, zero {#} one {#} two {#} few {#} other {#}}' },
      'a.title lacks the plural form many of {count}.',
    ],
  ])('is not one with %j', (changes, said) => {
    expect(faults(changes)).toEqual([said]);
  });

  it('needs the plural forms of its own rules, and no others', () => {
    const two = '{count, plural, one {#} other {#}}';
    expect(faults({ title: two }, 'mn')).toEqual([]);
    expect(faults({ title: two }, 'ru')).toHaveLength(2);
    expect(faults({ title: '{count, plural, other {#}}' }, 'ko')).toEqual([]);
    const deep = '{who, select, a {{count, plural, other {#}}} other {<b>{count}</b>}}';
    expect(faults({ own: deep }, 'mn')).toContain('a.own lacks the plural form one of {count}.');
  });
});

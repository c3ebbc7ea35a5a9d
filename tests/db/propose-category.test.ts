import { expect, it } from 'vitest';
import { retireCategory } from '@/lib/categories/changes';
import { proposeForText } from '@/lib/drafts/propose-category';
import { person, ready } from '../support/county';

await ready();

const what = '小区停了两天暖气，暖气片冰凉，供热公司电话打不通';

it('what somebody is about to file is proposed a category, with those above it', async () => {
  const found = await proposeForText(what);
  expect(found?.path.at(-1)?.id).toBe(found?.id);
  expect(found?.path.map(({ path }) => path)).toEqual(
    found?.path.map(({ path }) => path).toSorted(),
  );
  expect(found?.path.map(({ name }) => name).join()).toContain('供热');
});

it('what is a guess is not proposed', async () => {
  expect(await proposeForText('你好')).toBeNull();
  expect(await proposeForText('')).toBeNull();
});

it('nor is what nobody can choose any more', async () => {
  const before = await proposeForText(what);
  expect(await retireCategory(person('wukai'), before?.id ?? '')).toEqual([]);
  expect((await proposeForText(what))?.id).not.toBe(before?.id);
});

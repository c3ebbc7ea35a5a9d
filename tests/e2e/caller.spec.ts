import type { Page } from '@playwright/test';
import { expect, file, isSound, staff, test, visitor } from './county';

const search = async (page: Page, number: string) => {
  await page.goto('/desk/callers');
  await page.getByLabel('来电号码').fill(number);
  await page.getByRole('button', { name: '查这个号码' }).click();
};

test('a caller is found by their number, and sees that they were searched for', async ({
  browser,
}) => {
  const resident = await visitor(browser);
  const what = '路口的井盖一压就响';
  const phone = '13711112222';
  const { caseNumber } = await file(resident.page, { what, place: '南街 2 号', phone });

  const operator = await staff(browser, 'sunyue', { javaScriptEnabled: false });
  const { page } = operator;
  await search(page, '137 1111');
  await expect(page.getByText('手机号应该是 11 位数字').first()).toBeVisible();
  await expect(page.getByLabel('来电号码')).toHaveValue('137 1111');

  await search(page, '137 1111 2222');
  await expect(page.getByRole('heading', { name: '137****2222，1 件' })).toBeVisible();
  expect(page.url()).not.toContain('1111');
  expect(await page.content()).not.toContain(phone);
  const searched = page.url();
  await page.getByRole('link', { name: what, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/appeals/${caseNumber}`));

  await search(page, '13799998888');
  await expect(page.getByRole('heading', { name: '没有人留过这个号码' })).toBeVisible();
  await page.getByRole('link', { name: '为来电人登记' }).click();
  await expect(page).toHaveURL(/\/desk\/file/);

  // What was found is for whoever searched; others do not even have the page.
  const dispatcher = await staff(browser, 'chenjing');
  await dispatcher.page.goto(searched);
  await expect(dispatcher.page.getByText('这次查找已经看不到了')).toBeVisible();
  await expect(dispatcher.page.getByText(what)).toHaveCount(0);
  const cadre = await staff(browser, 'zhaolimin');
  expect((await cadre.page.goto(searched))?.status()).toBe(404);

  await resident.page.goto(`/follow/${caseNumber}`);
  await expect(resident.page.getByText('查找过您的电话号码')).toHaveCount(1);
  await expect(resident.page.getByText(/孙悦/).first()).toBeVisible();
  for (const it of [resident, operator, dispatcher, cadre]) await it.close();
});

for (const locale of ['zh', 'en'] as const) {
  test(`the pages of finding a caller are sound in ${locale}`, async ({ browser }) => {
    const { page, close } = await staff(browser, 'sunyue');
    await search(page, '13799997777');
    await expect(page).toHaveURL(/search=/);
    const searched = page.url();
    await page.goto(`/language?to=${locale}&back=/desk`);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/desk/callers', searched, '/desk/callers?search=x']) {
        await page.goto(path);
        await isSound(page, path);
      }
    }
    await close();
  });
}

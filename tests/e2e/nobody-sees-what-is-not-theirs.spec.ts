import type { Page } from '@playwright/test';
import { altered } from '../support/altered';
import { expect, file, isSound, staff, step, test, to, visitor } from './county';

test('nobody sees what is not theirs', async ({ browser }) => {
  const resident = await visitor(browser);
  const what = '隔壁车间夜里排黑水';
  const { caseNumber, link } = await file(resident.page, {
    what,
    place: '书院街 3 号',
    phone: '13912340000',
  });
  const dispatcher = await staff(browser, 'chenjing');
  await step(dispatcher.page, caseNumber, 'dispatch', (page) => to(page, '城关镇'), '派单');

  // Another unit: the page, every step of it and the search know nothing of it.
  const other = await staff(browser, 'zhaolimin');
  for (const path of ['', '/accept', '/resolve', '/annotate', '/slip']) {
    const answer = await other.page.goto(`/appeals/${caseNumber}${path}`);
    expect(answer?.status(), path).toBe(404);
    expect(await other.page.content()).not.toContain(what);
  }
  await other.page.goto('/desk/search?words=%E9%BB%91%E6%B0%B4');
  await expect(other.page.getByText(what)).toHaveCount(0);
  await dispatcher.page.goto('/desk/search?words=%E9%BB%91%E6%B0%B4');
  await expect(dispatcher.page.getByText(what).first()).toBeVisible();

  // Another resident, and one with a guessed or altered link.
  const stranger = await visitor(browser);
  await stranger.page.goto(`/follow/${caseNumber}`);
  await expect(stranger.page.getByText(what)).toHaveCount(0);
  await stranger.page.goto(altered(link));
  await expect(stranger.page.getByText(what)).toHaveCount(0);
  await stranger.page.goto(`/follow/${caseNumber}/judge`);
  await expect(stranger.page.getByText(what)).toHaveCount(0);

  // Nobody at all: the desk asks to sign in and shows nothing.
  for (const path of ['/desk', '/desk/search', `/appeals/${caseNumber}`, '/supervision']) {
    await stranger.page.goto(path);
    await expect(stranger.page).toHaveURL(/\/sign-in/);
  }

  // The unit sees the resident's number only after saying why, and the resident is told.
  const cadre = await staff(browser, 'maqiang', { javaScriptEnabled: false });
  await cadre.page.goto(`/appeals/${caseNumber}`);
  expect(await cadre.page.content()).not.toContain('13912340000');
  await expect(cadre.page.getByText('139****0000').first()).toBeVisible();
  await cadre.page.getByRole('link', { name: '看号码' }).first().click();
  await cadre.page.getByRole('textbox').fill('约上门时间');
  await cadre.page.locator('main form').getByRole('button').click();
  await expect(cadre.page.getByText('13912340000').first()).toBeVisible();
  await resident.page.goto(`/follow/${caseNumber}`);
  await expect(resident.page.getByText('约上门时间').first()).toBeVisible();

  // A cadre is no supervisor.
  const refused = await cadre.page.goto('/supervision');
  expect(refused?.status()).toBe(404);
});

test('a number is opened with a reason, on a page that is sound', async ({ browser }) => {
  const resident = await visitor(browser);
  const { caseNumber } = await file(resident.page, {
    what: '门口的台阶碎了',
    place: '东街 9 号',
    phone: '13912341111',
  });
  const dispatcher = await staff(browser, 'chenjing');
  const sent = (page: Page) => to(page, '城关镇');
  await step(dispatcher.page, caseNumber, 'dispatch', sent, '派单');
  const cadre = await staff(browser, 'maqiang');
  await cadre.page.goto(`/appeals/${caseNumber}`);
  await cadre.page.getByRole('link', { name: '看号码' }).first().click();
  await expect(cadre.page).toHaveURL(/\/reveal\//);
  await isSound(cadre.page);
  await cadre.page.locator('main form').getByRole('button').click();
  await expect(cadre.page.getByText('请写为什么要看').first()).toBeVisible();
  await isSound(cadre.page);
  for (const it of [resident, dispatcher, cadre]) await it.close();
});

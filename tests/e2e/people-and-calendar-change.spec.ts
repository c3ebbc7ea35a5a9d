import type { Browser, Page } from '@playwright/test';
import { expect, file, staff, step, test, to, visitor } from './county';
import { sweep } from './past';

/** A case of 柳湾街道, dispatched and accepted. */
async function accepted(browser: Browser, what: string) {
  const resident = await visitor(browser);
  const { caseNumber } = await file(resident.page, { what, place: '柳湾五巷 2 号' });
  const dispatcher = await staff(browser, 'chenjing');
  await step(dispatcher.page, caseNumber, 'dispatch', (page) => to(page, '柳湾街道'), '派单');
  await dispatcher.close();
  const cadre = await staff(browser, 'zhaolimin');
  await step(cadre.page, caseNumber, 'accept', async () => {}, '签收');
  return { resident, cadre, caseNumber };
}

const promised = async (page: Page): Promise<string> => {
  const row = page.locator('dl.facts > div', { hasText: '承诺的日子' });
  return (await row.locator('dd').innerText()).split('\n')[0] ?? '';
};

test('somebody leaves: their case goes to a colleague, and the resident sees whom', async ({
  browser,
}) => {
  const { resident, cadre, caseNumber } = await accepted(browser, '垃圾站晚上有人偷倒');
  const chief = await staff(browser, 'wukai');
  const { page } = chief;
  await page.goto('/admin/people/new');
  await page.getByLabel('姓名').fill('孟小舟');
  await page.getByLabel('用户名').fill('mengxiaozhou');
  await page.getByLabel('单位', { exact: true }).selectOption({ label: '　柳湾街道' });
  await page.getByRole('checkbox', { name: /^承办人/ }).check();
  await page.getByRole('button', { name: '新增，再给链接' }).click();
  await expect(page.getByText('人员加好了')).toBeVisible();
  const person = new URL(page.url()).pathname.replace(/\/link$/, '');

  const leader = await staff(browser, 'wangxiulan');
  const named = async (it: Page) => {
    await it.getByLabel('指派给谁').selectOption({ label: '孟小舟' });
  };
  await step(leader.page, caseNumber, 'assign', named, '指派');

  await page.goto(`${person}/leave`);
  await page.getByLabel(/交给谁/).selectOption({ label: '赵立民' });
  await page.getByRole('button', { name: '登记离岗' }).click();
  await expect(page.getByText('登记好了')).toBeVisible();
  await cadre.page.goto(`/appeals/${caseNumber}`);
  await expect(cadre.page.getByText('系统转交给赵立民：原承办人已离岗')).toBeVisible();
  await resident.page.goto(`/follow/${caseNumber}`);
  await expect(resident.page.getByText('换赵立民办')).toBeVisible();
  await page.goto('/admin/changes');
  await expect(page.getByText(/孟小舟/).first()).toBeVisible();
  for (const it of [resident, cadre, chief, leader]) await it.close();
});

test('a new holiday moves the promise, and the resident reads the new day', async ({ browser }) => {
  const { resident, cadre, caseNumber } = await accepted(browser, '桥栏杆断了一截');
  const contacts = async (page: Page) => {
    await page.getByRole('radio', { name: '上门' }).check();
    await page.getByLabel('说了什么').fill('看过了，要订做');
  };
  await step(cadre.page, caseNumber, 'contact', contacts, '记下这次联系');
  const asks = async (page: Page) => {
    await page.getByRole('radio', { name: /^延期/ }).check();
    await page.getByLabel(/延长多少/).fill('5');
    await page.getByLabel('理由').fill('栏杆要订做。');
  };
  await step(cadre.page, caseNumber, 'askFor', asks, '送审');
  const reviewer = await staff(browser, 'fangzheng');
  const reason = (page: Page) => page.getByLabel('理由').fill('同意。');
  await step(reviewer.page, caseNumber, 'grant', reason, '批准');
  await resident.page.goto(`/follow/${caseNumber}`);
  const before = await promised(resident.page);
  const [, month = '', day = ''] = /(\d+)月(\d+)日/.exec(before) ?? [];
  const today = new Date();
  // A month before this one is next year's.
  const year = today.getFullYear() + (Number(month) < today.getMonth() + 1 ? 1 : 0);
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

  const chief = await staff(browser, 'wukai');
  await chief.page.goto('/admin/calendars/new');
  await chief.page.getByLabel('日子', { exact: true }).fill(`${on}, 休, 县庆`);
  await chief.page.getByLabel('依据').fill('县政府通知（试）');
  await chief.page.getByRole('button', { name: '先看看会动哪些日子' }).click();
  await expect(chief.page.getByText(caseNumber.slice(8)).first()).toBeVisible();
  await resident.page.reload();
  expect(await promised(resident.page)).toBe(before);
  await chief.page.getByRole('button', { name: '确定，启用这一版' }).click();
  await expect(chief.page).toHaveURL(/calendars\?done=added/);
  await sweep();
  await resident.page.reload();
  expect(await promised(resident.page)).not.toBe(before);
  await expect(resident.page.getByText(/放假安排变了，答复的日子改为/)).toBeVisible();
  for (const it of [resident, cadre, reviewer, chief]) await it.close();
});

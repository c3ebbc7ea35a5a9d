import type { Page } from '@playwright/test';
import { expect, isSound, staff, step, test, visitor } from './county';
import { withLink } from './past';

/** On a telephone and on a desktop. */
async function isSoundHere(page: Page, path: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await isSound(page, `${path} at ${width}`);
  }
}

/** What the resident's page says of the promised date. */
const promised = (page: Page) =>
  page.locator('dl.facts > div', { hasText: '承诺的日子' }).locator('dd').innerText();

test('a cadre asks, the resident answers without any JavaScript, both pages say why', async ({
  browser,
}) => {
  const { caseNumber, link } = await withLink('tried');
  const resident = await visitor(browser, { javaScriptEnabled: false });
  await resident.page.goto(link);
  await expect(resident.page).toHaveURL(new RegExp(`/follow/${caseNumber}`));
  expect(await promised(resident.page)).not.toContain('先停着');

  const cadre = await staff(browser, 'zhaolimin');
  await cadre.page.goto(`/appeals/${caseNumber}/ask`);
  await expect(cadre.page.getByText('承诺的时限停着，居民一回答就接着走').first()).toBeVisible();
  await isSoundHere(cadre.page, 'ask');
  const asks = (page: Page) => page.getByLabel('问什么').fill('哪一天家里有人？');
  await step(cadre.page, caseNumber, 'ask', asks, '问出去');
  // Why it stands still, who asked and until when: on the case, in print and in the row of the inbox.
  for (const path of [`/appeals/${caseNumber}`, `/appeals/${caseNumber}/print`]) {
    await cadre.page.goto(path);
    const held = cadre.page.getByText(/停着，等居民回答：柳湾街道.*问的，最晚等到/);
    await expect(held.first()).toBeVisible();
    await expect(cadre.page.getByText('哪一天家里有人？').first()).toBeVisible();
    await isSoundHere(cadre.page, path);
  }
  await cadre.page.goto('/desk?list=all');
  const row = cadre.page.locator('tr', { hasText: '下水道堵了没人来，tried' });
  await expect(row.getByText('等居民回答').first()).toBeVisible();

  await resident.page.goto(`/follow/${caseNumber}`);
  expect(await promised(resident.page)).toMatch(/先停着：柳湾街道等您回答，最晚到/);
  await expect(resident.page.getByRole('heading', { name: /想问您一句/ })).toBeVisible();
  const scripted = await visitor(browser);
  await scripted.page.goto(link);
  await isSoundHere(scripted.page, 'follow');
  await scripted.close();
  await resident.page.getByRole('button', { name: '回答', exact: true }).click();
  await expect(resident.page.getByText('这里要写一写').first()).toBeVisible();
  await resident.page.getByLabel('您的回答').fill('周六上午都在。');
  await resident.page.getByRole('button', { name: '回答', exact: true }).click();
  await expect(resident.page).toHaveURL(/done=answerQuestion/);
  await expect(resident.page.getByText('停的这段时间补回来').first()).toBeVisible();
  expect(await promised(resident.page)).not.toContain('先停着');

  await cadre.page.goto(`/appeals/${caseNumber}`);
  await expect(cadre.page.getByText('周六上午都在。').first()).toBeVisible();
  await expect(cadre.page.getByText(/停着，等居民回答/)).toHaveCount(0);
  await resident.page.goto(`/follow/${caseNumber}/answerQuestion`);
  await expect(resident.page.getByText('现在没有等着回答的问题')).toBeVisible();
  for (const it of [resident, cadre]) await it.close();
});

test('half a day on hold moves the promised date by half a day', async ({ browser }) => {
  const [plain, asked] = [await withLink('tried'), await withLink('asked')];
  const resident = await visitor(browser, { javaScriptEnabled: false });
  await resident.page.goto(plain.link);
  const before = await promised(resident.page);
  await resident.page.goto(asked.link);
  expect(await promised(resident.page)).toContain('先停着');
  await resident.page.goto(`/follow/${asked.caseNumber}/answerQuestion`);
  await resident.page.getByLabel('您的回答').fill('周六上午。');
  await resident.page.getByRole('button', { name: '回答', exact: true }).click();
  await expect(resident.page).toHaveURL(/done=answerQuestion/);
  const after = await promised(resident.page);
  expect(after).toMatch(/月.*日/);
  expect(after).not.toBe(before);
  await expect(resident.page.getByText(/停的这段时间补回来/).first()).toBeVisible();
  await resident.close();
});

test('a cause above: asked, granted, answered by the department, in the register', async ({
  browser,
}) => {
  const { caseNumber, link } = await withLink('tried');
  const [cadre, reviewer, owner, supervisor] = await Promise.all(
    ['zhaolimin', 'fangzheng', 'hewei', 'zhoumin'].map((login) => staff(browser, login)),
  );
  if (!cadre || !reviewer || !owner || !supervisor) throw new Error('somebody is missing');

  const stranger = await owner.page.goto(`/appeals/${caseNumber}`);
  expect(stranger?.status()).toBe(404);

  const asks = async (page: Page) => {
    await page.getByRole('radio', { name: /^根子在上面/ }).check();
    await page.getByLabel('根子在哪里').selectOption({ label: '规定：有规定不让办，或没有规定' });
    await page.getByLabel('归哪个单位').selectOption({ label: '县住建局' });
    await page.getByLabel('具体是什么').fill('维修资金使用办法第 12 条');
    await page.getByLabel('理由').fill('要三分之二业主签字，一半是出租户。');
  };
  await cadre.page.goto(`/appeals/${caseNumber}/askFor`);
  await isSoundHere(cadre.page, 'askFor');
  await step(cadre.page, caseNumber, 'askFor', asks, '送审');
  const grants = async (page: Page) => {
    await expect(page.getByText('维修资金使用办法第 12 条').first()).toBeVisible();
    await page.getByLabel('理由').fill('卡在签字的规定上。');
  };
  await step(reviewer.page, caseNumber, 'grant', grants, '批准');

  await owner.page.goto('/desk/causes');
  await isSoundHere(owner.page, 'causes');
  const line = owner.page.locator(`a.go[href="/appeals/${caseNumber}/answerCause"]`);
  await expect(line).toBeVisible();
  await line.click();
  await isSoundHere(owner.page, 'answerCause');
  const byOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  await owner.page.getByLabel('打算怎么办').fill('两个月内出应急使用的办法。');
  await owner.page.getByLabel('什么时候办到').fill(byOn);
  await owner.page.getByRole('button', { name: '答复' }).click();
  await expect(owner.page).toHaveURL(/done=answerCause/);
  await isSoundHere(owner.page, 'case of the owner');

  const resident = await visitor(browser, { javaScriptEnabled: false });
  await resident.page.goto(link);
  await expect(resident.page.getByText('两个月内出应急使用的办法。').first()).toBeVisible();
  await expect(resident.page.getByText('您还是只跟原来的单位说话').first()).toBeVisible();

  await supervisor.page.goto('/supervision');
  await isSoundHere(supervisor.page, 'register');
  const register = supervisor.page.getByRole('region', { name: '根子登记' });
  await expect(register.getByText('维修资金使用办法第 12 条').first()).toBeVisible();
  await supervisor.page.goto('/supervision/cases?list=caused');
  await isSoundHere(supervisor.page, 'caused');
  for (const it of [cadre, reviewer, owner, supervisor, resident]) await it.close();
});

import { expect, isSound, staff, step, test } from './county';
import { past } from './past';

test('near its limit a case carries a yellow card, and the unit is told', async ({ browser }) => {
  const caseNumber = await past('yellow');
  const cadre = await staff(browser, 'zhaolimin');
  await cadre.page.goto(`/appeals/${caseNumber}`);
  await expect(cadre.page.getByText('黄牌').first()).toBeVisible();
  await expect(cadre.page.getByText('答复黄牌', { exact: true })).toBeVisible();
  await cadre.close();
});

test('overdue: red card, level by level, taken on by a leader, released', async ({ browser }) => {
  const caseNumber = await past('late');
  const supervisor = await staff(browser, 'zhoumin');
  await supervisor.page.goto(`/appeals/${caseNumber}`);
  await expect(supervisor.page.getByText('答复红牌', { exact: true })).toBeVisible();
  for (const level of [1, 2, 3]) {
    await expect(supervisor.page.getByText(new RegExp(`系统督办，${level} 级`))).toHaveCount(1);
  }
  await isSound(supervisor.page);

  const leader = await staff(browser, 'wangxiulan');
  const nextOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const takes = async (page: import('@playwright/test').Page) => {
    await page.getByLabel('下一步的日子').fill(nextOn);
    await page.getByLabel('给居民的话').fill('后天带疏通车上门，我在现场。');
  };
  await step(leader.page, caseNumber, 'takeOn', takes, '包案');
  await leader.page.goto('/desk');
  await isSound(leader.page);

  await supervisor.page.goto(`/appeals/${caseNumber}/release`);
  await isSound(supervisor.page);
  const reason = (page: import('@playwright/test').Page) =>
    page.getByLabel('为什么不用再盯').fill('负责人已包案，有日子。');
  await step(supervisor.page, caseNumber, 'release', reason, '解除督办');
  const order = async (page: import('@playwright/test').Page) => {
    await page.getByRole('radio', { name: /二级/ }).check();
    await page.getByLabel('为什么', { exact: true }).fill('再看一周。');
  };
  await step(supervisor.page, caseNumber, 'supervise', order, '督办');
  await expect(supervisor.page.getByText(/2 级督办/).first()).toBeVisible();
  for (const it of [supervisor, leader]) await it.close();
});

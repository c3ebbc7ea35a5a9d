import type { Page } from '@playwright/test';
import { expect, fits, isSound, judge, staff, step, test, visitor } from './county';
import { withLink } from './past';

const evidence = '核查记录：当天疏通，居民要求改道，超出职责清单。';
const objection = '堵的是公用的管子，不是我要改道。';
const ruling = '两边的话都看过了，照记录裁定。';

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';
  // Each way it can end, once.
  const upheld = javaScriptEnabled;

  test(`a unit asks to leave out, another decides, the resident objects, a third rules, ${how}`, async ({
    browser,
  }) => {
    const { caseNumber, link } = await withLink('answered', `剔除里${javaScriptEnabled ? 1 : 2}号`);
    const resident = await visitor(browser, { javaScriptEnabled });
    await resident.page.goto(link);
    await resident.page.goto(`/follow/${caseNumber}/judge`);
    await judge(resident.page, '解决了');
    const sound = async (page: Page, what: string) => {
      if (!javaScriptEnabled) return;
      await page.setViewportSize({ width: 360, height: 800 });
      await isSound(page, what);
      await fits(page, what);
    };

    const unit = await staff(browser, 'zhaolimin', { javaScriptEnabled });
    await unit.page.goto(`/appeals/${caseNumber}/askExclusion`);
    await sound(unit.page, 'ask to leave out');
    await unit.page.getByRole('button', { name: '送审' }).click();
    await expect(unit.page.getByText('这里要写一写').first()).toBeVisible();
    const asks = async (page: Page) => {
      await page.getByRole('radio', { name: /^超出本地或单位的职责/ }).check();
      await page.getByLabel('证据').fill(evidence);
    };
    await step(unit.page, caseNumber, 'askExclusion', asks, '送审');

    const reviewer = await staff(browser, 'fangzheng', { javaScriptEnabled });
    await reviewer.page.goto(`/appeals/${caseNumber}/decideExclusion`);
    await sound(reviewer.page, 'decide on leaving out');
    const decides = async (page: Page) => {
      await expect(page.getByText(evidence).first()).toBeVisible();
      await page.getByRole('radio', { name: /^剔除，不计入/ }).check();
      await page.getByLabel('理由').fill('核查记录属实。');
    };
    await step(reviewer.page, caseNumber, 'decideExclusion', decides, '审定');

    await resident.page.goto(`/follow/${caseNumber}`);
    await expect(resident.page.getByText('核查记录属实。').first()).toBeVisible();
    await resident.page.getByRole('link', { name: /不同意剔除/ }).click();
    await sound(resident.page, 'object to being left out');
    await resident.page.getByLabel(/为什么您的评价该算数/).fill(objection);
    await resident.page.getByRole('button', { name: '不同意剔除' }).click();
    await expect(resident.page).toHaveURL(/done=objectExclusion/);
    await expect(resident.page.getByText('您的评价照样算数').first()).toBeVisible();
    await expect(resident.page.getByRole('link', { name: /不同意剔除/ })).toHaveCount(0);

    // Whoever granted it does not rule on the objection.
    await reviewer.page.goto(`/appeals/${caseNumber}/ruleExclusion`);
    await expect(reviewer.page.getByText(/剔除是您审定的/).first()).toBeVisible();
    await reviewer.close();

    const supervisor = await staff(browser, 'zhoumin', { javaScriptEnabled });
    await supervisor.page.goto('/supervision');
    await supervisor.page.getByRole('link', { name: '剔除台账' }).click();
    await expect(supervisor.page.getByRole('heading', { name: '剔除台账' })).toBeVisible();
    for (const words of [evidence, '核查记录属实。', objection, '计入：异议等裁定']) {
      await expect(supervisor.page.getByText(words).first()).toBeVisible();
    }
    await sound(supervisor.page, 'exclusions');
    await supervisor.close();

    const everybody = await visitor(browser, { javaScriptEnabled });
    await everybody.page.goto('/open/exclusions');
    await expect(everybody.page.getByRole('heading', { name: '剔除台账' })).toBeVisible();
    await expect(everybody.page.locator('main')).not.toContainText(evidence);
    await everybody.close();

    const second = await staff(browser, 'bailu', { javaScriptEnabled });
    await second.page.goto(`/appeals/${caseNumber}/ruleExclusion`);
    await sound(second.page, 'rule on an objection');
    const rules = async (page: Page) => {
      for (const words of [evidence, '核查记录属实。', objection]) {
        await expect(page.getByText(words).first()).toBeVisible();
      }
      await page.getByRole('radio', { name: upheld ? /^成立/ : /^不成立/ }).check();
      await page.getByLabel('理由').fill(ruling);
    };
    await step(second.page, caseNumber, 'ruleExclusion', rules, '裁定');
    await second.close();

    await resident.page.goto(`/follow/${caseNumber}`);
    await expect(resident.page.getByText(ruling).first()).toBeVisible();
    const outcome = upheld ? /裁定：异议成立，第 1 轮照样计入/ : /裁定：第 1 轮仍不计入/;
    await expect(resident.page.getByText(outcome).first()).toBeVisible();
    await resident.close();

    await unit.page.goto(`/appeals/${caseNumber}`);
    await expect(unit.page.getByText(ruling).first()).toBeVisible();
    await unit.close();
  });
}

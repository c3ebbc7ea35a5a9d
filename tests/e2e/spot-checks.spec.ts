import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, fits, isSound, staff, test, visitor } from './county';
import { withLink } from './past';

test('a drawn case is checked by somebody who has not read the answer, and goes round again', async ({
  browser,
}) => {
  const { caseNumber, link } = await withLink('closed', '望湖新村南区 7 号');
  await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/e2e/play-check.ts', caseNumber],
    { env: { ...process.env, HUIYIN_DATA: process.env.HUIYIN_TEST_DATA ?? '.data' } },
  );

  const unit = await staff(browser, 'zhaolimin');
  await unit.page.goto(`/appeals/${caseNumber}`);
  await expect(unit.page.locator('main')).toContainText('疏通了');
  await expect(unit.page.locator('main')).not.toContainText('抽');

  const desk = await staff(browser, 'linxiao');
  const main = desk.page.locator('main');
  await desk.page.goto(`/appeals/${caseNumber}`);
  await expect(main).toContainText('下水道堵了');
  await expect(main).not.toContainText('疏通了');
  await desk.page.getByRole('link', { name: '抽查', exact: true }).first().click();
  await expect(desk.page.getByRole('heading', { name: '抽查', level: 1 })).toBeVisible();
  await expect(main).not.toContainText('疏通了');
  await desk.page.setViewportSize({ width: 360, height: 800 });
  await isSound(desk.page, 'spot check');
  await fits(desk.page, 'spot check');
  await desk.page.getByRole('radio', { name: '到现场看' }).check();
  await desk.page.getByRole('radio', { name: '没解决' }).check();
  await desk.page.getByRole('button', { name: '记下抽查结果' }).click();
  await expect(desk.page.getByText('这里要写一写').first()).toBeVisible();
  await desk.page.getByLabel('看到、听到什么').fill('还堵着，一股味道');
  await desk.page.getByRole('button', { name: '记下抽查结果' }).click();
  await expect(desk.page.getByText('抽查结果已记下')).toBeVisible();
  // Now the answer stands beside.
  await desk.page.goto(`/appeals/${caseNumber}`);
  await expect(main).toContainText('疏通了');
  await desk.close();

  await unit.page.goto(`/appeals/${caseNumber}`);
  await expect(unit.page.getByText('第 2 轮，抽查发现没解决')).toBeVisible();
  await expect(unit.page.locator('main')).not.toContainText('一股味道');
  await unit.close();

  const resident = await visitor(browser, { javaScriptEnabled: false });
  await resident.page.goto(link);
  await expect(resident.page.getByText(/到现场核查：没解决/).first()).toBeVisible();
  await resident.page.goto('/open/spot-checks');
  await expect(resident.page.getByRole('heading', { name: /第 1 次/ })).toBeVisible();
  await expect(resident.page.locator('main')).not.toContainText(caseNumber);
  await resident.close();

  const inspector = await staff(browser, 'shenhuaiyuan');
  await inspector.page.goto('/supervision/spot-checks?claimed=95&real=85');
  await expect(inspector.page.getByText(/查 67 件/)).toBeVisible();
  await expect(inspector.page.getByRole('row', { name: /柳湾街道/ })).toContainText('0 / 1');
  await inspector.page.getByLabel('公布的数').fill('03 07');
  await inspector.page.getByLabel('再写一遍').fill('03 07');
  await inspector.page.getByRole('button', { name: '录入，抽签' }).click();
  await expect(inspector.page.getByText('还没到公布的日子').first()).toBeVisible();
  await inspector.page.setViewportSize({ width: 360, height: 800 });
  await isSound(inspector.page, 'spot checks');
  await fits(inspector.page, 'spot checks');
  await inspector.close();
});

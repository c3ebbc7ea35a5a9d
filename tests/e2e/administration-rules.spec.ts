import type { Browser } from '@playwright/test';
import { demoPassword } from '@/prisma/seed/cast';
import { expect, isSound, test, type Visitor, visitor } from './county';

/** The rules of the county changed by its administrator: seen before, confirmed, and in the log. */

async function administrator(
  browser: Browser,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<Visitor> {
  const who = await visitor(browser, options);
  await who.page.goto('/sign-in');
  await who.page.getByLabel('用户名').fill('wukai');
  await who.page.getByLabel('密码').fill(demoPassword);
  await who.page.getByRole('button', { name: '登录' }).click();
  await expect(who.page).toHaveURL(/\/(admin|desk)/);
  return who;
}

const rowsOf = (name: string) =>
  `一级分类,二级分类,三级分类\n${name},费用,退费\n${name},费用,票据\n`;

test('a tree is imported only after its preview, without JavaScript too', async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await administrator(browser, { javaScriptEnabled });
    const name = javaScriptEnabled ? '试验供热' : '试验供水';
    await page.goto('/admin/categories/import');
    // The checker itself needs scripts.
    if (javaScriptEnabled) await isSound(page, 'import');
    // 一,供热 in GBK
    const gbk = Buffer.from([0xd2, 0xbb, 0x0a, 0xb9, 0xa9, 0xc8, 0xc8, 0x0a]);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: gbk });
    await page.getByRole('button', { name: '先看看会怎样' }).click();
    await expect(page.getByText('GBK 编码').first()).toBeVisible();
    await expect(page.getByLabel('或者把内容贴在这里')).toHaveValue(/供热/);

    await page.getByLabel('或者把内容贴在这里').fill(rowsOf(name) + rowsOf(name));
    await page.getByRole('button', { name: '先看看会怎样' }).click();
    await expect(page.getByText(/第 5 行：.*重复/).first()).toBeVisible();

    await page.getByLabel('或者把内容贴在这里').fill(rowsOf(name));
    await page.getByRole('button', { name: '先看看会怎样' }).click();
    await expect(page.getByRole('heading', { name: '会添加 4 个分类' })).toBeVisible();
    if (javaScriptEnabled) await isSound(page, 'preview');
    const other = await administrator(browser);
    await other.page.goto('/admin/categories');
    await expect(other.page.getByRole('link', { name, exact: true })).toHaveCount(0);
    await other.close();

    await page.getByRole('button', { name: '确定，添加这些分类' }).click();
    await expect(page).toHaveURL(/done=imported/);
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    await close();
  }
});

test('a category moves, never beneath itself, and is retired from below', async ({ browser }) => {
  const { page, close } = await administrator(browser);
  for (const [name, parent] of [
    ['试验甲', '放在第一级'],
    ['试验乙', '试验甲'],
  ] as const) {
    await page.goto('/admin/categories/new');
    await page.getByLabel('中文名称').fill(name);
    await page.getByLabel('英文名称').fill(`Trial ${name}`);
    const options = page.getByLabel('上一级');
    const value = await options
      .locator('option')
      .filter({ hasText: parent })
      .first()
      .getAttribute('value');
    await options.selectOption(value ?? '');
    await page.getByRole('button', { name: '添加分类' }).click();
    await expect(page).toHaveURL(/done=added/);
  }
  await page.getByRole('link', { name: '试验甲' }).click();
  await isSound(page, 'category');
  await expect(
    page
      .getByLabel('上一级')
      .locator('option')
      .filter({ hasText: /试验[甲乙]/ }),
  ).toHaveCount(0);
  await page.getByRole('button', { name: '停用这个分类' }).click();
  await expect(page.getByText('下面还有 1 个在用的分类').first()).toBeVisible();
  await close();
});

test('a stricter county limit is flagged, zero is refused, and the log tells both', async ({
  browser,
}) => {
  const { page, close } = await administrator(browser);
  await page.goto('/admin/limits/new');
  await isSound(page, 'new limit');
  await page.getByLabel('哪一步').selectOption('promise');
  await page.getByLabel('缓急').selectOption('complex');
  await page.getByLabel('数目').fill('0');
  await page.getByLabel('按什么算').selectOption('calendarDays');
  await page.getByLabel('依据').fill('本县自定（试）2026');
  await page.getByLabel('哪一级的规定').selectOption('county');
  await page.getByRole('button', { name: '添加时限' }).click();
  await expect(page.getByText('之间的数').first()).toBeVisible();
  await page.getByLabel('数目').fill('10');
  await page.getByRole('button', { name: '添加时限' }).click();
  await expect(page).toHaveURL(/done=added/);
  const own = page.getByRole('row').filter({ hasText: '本县自定（试）2026' });
  await expect(own.getByText('比上级更紧')).toBeVisible();
  const above = page.getByRole('row').filter({ hasText: '复杂诉求 15 天' }).last();
  await expect(above.getByText('比上级更紧')).toHaveCount(0);
  await isSound(page, 'limits');
  await page.goto('/admin/limits?kind=promise&urgency=complex');
  await expect(page.getByRole('heading', { name: '按 10 天' })).toBeVisible();

  await page.goto('/admin/limits/presets?preset=shandong');
  await isSound(page, 'preset');
  await page.getByRole('button', { name: '换成“山东”' }).click();
  await expect(page.getByText('请先打勾确认').first()).toBeVisible();

  await page.goto('/admin/changes?subject=limit');
  await isSound(page, 'changes');
  await expect(page.getByText('添加了时限“答复居民”').first()).toBeVisible();
  await close();
});

test('a new holiday notice shows which promises move before it holds', async ({ browser }) => {
  const { page, close } = await administrator(browser);
  await page.goto('/admin/calendars/new');
  await isSound(page, 'new calendar');
  await page.getByLabel('日子', { exact: true }).fill('2027-01-01, 休, 元旦\n2027-01-01, 休, 元旦');
  await page.getByLabel('依据').fill('国务院办公厅通知（试）');
  await page.getByRole('button', { name: '先看看会动哪些日子' }).click();
  await expect(page.getByText('第 2 行：2027-01-01 在第 1 行已经写过').first()).toBeVisible();
  await page.getByLabel('日子', { exact: true }).fill('2027-01-01, 休, 元旦');
  await page.getByLabel('放假通知到哪一年').fill('2027');
  await page.getByRole('button', { name: '先看看会动哪些日子' }).click();
  await expect(
    page.getByRole('heading', { name: /答应过居民的日子都不变|会动 \d+ 个答复居民的日子/ }),
  ).toBeVisible();
  await isSound(page, 'calendar preview');
  await page.getByRole('button', { name: '确定，启用这一版' }).click();
  await expect(page).toHaveURL(/calendars\?done=added/);
  await expect(page.getByRole('link', { name: '第 2 版' })).toBeVisible();
  await isSound(page, 'calendars');
  await close();
});

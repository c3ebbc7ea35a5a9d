import type { Page } from '@playwright/test';
import { expect, isSound, staff, test, visitor } from './county';

/** 单位代码,单位名称,类别,上级单位 and one line, as a spreadsheet on Chinese Windows saves it. */
const gbkTable = (code: string, parent: string) =>
  Buffer.concat([
    Buffer.from('b5a5cebbb4fac2eb2cb5a5cebbc3fbb3c62cc0e0b1f02cc9cfbcb6b5a5cebb0d0a', 'hex'),
    Buffer.from(`${code},`),
    // 河沿社区,社区,
    Buffer.from('bad3d1d8c9e7c7f82cc9e7c7f82c', 'hex'),
    Buffer.from(`${parent}\r\n`),
  ]);

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';
  const mark = javaScriptEnabled ? 'js' : 'plain';

  test(`a unit, a person, a link, a colleague who leaves: ${how}`, async ({ browser }) => {
    const chief = await staff(browser, 'wukai', { javaScriptEnabled });
    const { page } = chief;

    await page.goto('/admin/units/new');
    await page.getByLabel('名称', { exact: true }).fill(`河湾社区${mark}`);
    await page.getByLabel('英文名称').fill(`Hewan Community ${mark}`);
    await page.getByLabel('类别').selectOption({ label: '社区村' });
    await page.getByLabel('上级单位').selectOption({ label: '　柳湾街道' });
    await page.getByLabel('代码').fill('不行');
    await press(page, '新增单位');
    await expect(page.getByText('代码只用小写字母、数字和连字符').first()).toBeVisible();
    await expect(page.getByLabel('英文名称')).toHaveValue(`Hewan Community ${mark}`);
    await page.getByLabel('代码').fill(`hewan-${mark}`);
    await press(page, '新增单位');
    await expect(page.getByText('单位加好了')).toBeVisible();
    const unit = new URL(page.url()).pathname;

    await page.goto('/admin/people/new');
    await page.getByLabel('姓名').fill('田小雨');
    await page.getByLabel('用户名').fill(`tianxiaoyu-${mark}`);
    await page.getByLabel('单位', { exact: true }).selectOption({ label: `　　河湾社区${mark}` });
    await page.getByRole('checkbox', { name: /^承办人/ }).check();
    await page.getByRole('checkbox', { name: /^督办员/ }).check();
    await press(page, '新增，再给链接');
    await expect(page.getByText('承办人和督办员不能是同一个人').first()).toBeVisible();
    await page.getByRole('checkbox', { name: /^督办员/ }).uncheck();
    await press(page, '新增，再给链接');
    await expect(page.getByText('人员加好了')).toBeVisible();
    await press(page, '生成链接');
    await expect(page.getByText(`田小雨的链接，用户名 tianxiaoyu-${mark}`)).toBeVisible();
    const link = (await page.locator('.keybox code').innerText()).replace(/\s/g, '');

    const newcomer = await visitor(browser, { javaScriptEnabled });
    await newcomer.page.goto(new URL(link).pathname);
    await newcomer.page.getByLabel('密码', { exact: true }).fill('一座老石桥, 2026');
    await newcomer.page.getByLabel(/再/).fill('一座老石桥, 2026');
    await newcomer.page.getByRole('button').first().click();
    await expect(newcomer.page).toHaveURL(/\/desk/);
    await newcomer.page.goto('/admin/people');
    await expect(newcomer.page.getByRole('link', { name: '赵立民' })).toHaveCount(0);

    await page.goto(`${unit}/close`);
    await expect(page.getByText('还有 1 人在这里')).toBeVisible();
    await expect(page.getByRole('button', { name: '停用', exact: true })).toBeHidden();
    await page.getByRole('link', { name: '看有哪些人' }).click();
    await page.getByRole('link', { name: '田小雨' }).click();
    await page.getByRole('link', { name: '登记离岗' }).click();
    await press(page, '登记离岗');
    await expect(page.getByText('登记好了')).toBeVisible();
    await newcomer.page.goto('/desk');
    await expect(newcomer.page).toHaveURL(/\/sign-in/);

    await page.goto(`${unit}/close`);
    await press(page, '停用');
    await expect(page.getByText('不再接新的诉求').first()).toBeVisible();
    await chief.close();
    await newcomer.close();
  });

  test(`a table in GBK is converted when asked, looked at, confirmed: ${how}`, async ({
    browser,
  }) => {
    const chief = await staff(browser, 'wukai', { javaScriptEnabled });
    const { page } = chief;
    const code = `heyan-${mark}`;
    const parent = javaScriptEnabled ? 'liuwan' : 'chengguan';
    await page.goto('/admin/import/units');
    const name = 'units.csv';
    const file = { name, mimeType: 'text/csv', buffer: gbkTable(code, parent) };
    await page.getByLabel('表格文件（CSV）').setInputFiles(file);
    await press(page, '先看会怎么变');
    await expect(page.getByText('这个文件不是 UTF-8 编码')).toBeVisible();
    await expect(page.getByText('河沿社区').first()).toBeVisible();
    await press(page, '对，转换后继续');
    await expect(page.getByText('新增 1，改动 0，不变 0')).toBeVisible();
    if (javaScriptEnabled) await isSound(page, 'preview');

    const other = await page.context().newPage();
    await other.goto('/admin/units');
    await expect(other.getByText(code)).toBeHidden();
    await press(page, '确认这 1 行');
    await expect(page.getByText('导入好了')).toBeVisible();
    await other.goto('/admin/units');
    await expect(other.getByText(code)).toBeVisible();
    await chief.close();
  });

  test(`lines that cannot be are told with their number, and mended in place: ${how}`, async ({
    browser,
  }) => {
    const chief = await staff(browser, 'wukai', { javaScriptEnabled });
    const { page } = chief;
    await page.goto('/admin/import/people');
    const lines = (roles: string) =>
      `姓名,用户名,单位,角色\n宋词,songci-${mark},柳湾街道,${roles}\n`;
    await page.getByLabel('或者把内容粘贴在这里').fill(lines('承办人、督办员'));
    await press(page, '先看会怎么变');
    await expect(page.getByRole('heading', { name: '有 1 行要改' })).toBeVisible();
    await expect(page.getByText('第 2 行')).toBeVisible();
    if (javaScriptEnabled) await isSound(page, 'faults');
    await page.getByLabel('表里的内容，可以在这里改').fill(lines('承办人'));
    await press(page, '再检查一遍');
    await press(page, '确认这 1 行');
    await expect(page.getByText('导入好了')).toBeVisible();
    await chief.close();
  });
}

for (const [language, width] of [
  ['zh', 360],
  ['en', 1280],
] as const) {
  test(`every page of units and people is sound: ${language}, ${width} wide`, async ({
    browser,
  }) => {
    const chief = await staff(browser, 'wukai');
    const { page } = chief;
    await page.goto('/admin/people?words=zhaolimin');
    await page.getByRole('link', { name: '赵立民' }).click();
    const person = new URL(page.url()).pathname;
    await page.goto('/admin/units');
    await page.getByRole('link', { name: '柳湾街道', exact: true }).click();
    const unit = new URL(page.url()).pathname;
    const pages = [
      '/admin',
      '/admin/units',
      '/admin/units/new',
      unit,
      ...['move', 'merge', 'close'].map((it) => `${unit}/${it}`),
      '/admin/people',
      '/admin/people?words=nobody-at-all',
      '/admin/people/new',
      person,
      ...['link', 'move', 'leave'].map((it) => `${person}/${it}`),
      '/admin/import/units',
      '/admin/import/people',
    ];
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/language?to=${language}&back=/admin`);
    for (const path of pages) {
      await page.goto(path);
      await isSound(page, `${path} ${language}`);
    }
    await chief.close();
  });
}

test('administration is not there for anybody else', async ({ browser }) => {
  const leader = await staff(browser, 'wangxiulan');
  for (const path of ['/admin', '/admin/units', '/admin/people', '/admin/import/units']) {
    await leader.page.goto(path);
    await expect(leader.page).toHaveURL(/not-here/);
  }
  const response = await leader.page.request.get('/admin/import/template?of=people');
  expect(response.url()).toContain('not-here');
  await leader.close();
});

import type { Page } from '@playwright/test';
import { expect, file, isSound, staff, test, visitor } from './county';

/** Filed with a category, as somebody does who knows what it is. */
async function fileAs(page: Page, category: string, place: string): Promise<string> {
  const what = '长椅断了一条腿，坐上去会翻。';
  return (await file(page, { what, place, category })).caseNumber;
}

test('who has the power leads: the catalogue is kept, and dispatching follows it', async ({
  browser,
}) => {
  const chief = await staff(browser, 'wukai');
  const resident = await visitor(browser);
  const desk = await staff(browser, 'chenjing');

  // The entry of one category, written anew: the old version stays to be read.
  await chief.page.goto('/admin/catalogue');
  await isSound(chief.page, 'catalogue');
  await chief.page.getByRole('link', { name: '健身设施' }).last().click();
  await expect(chief.page.getByText('现在跟上一级')).toBeVisible();
  await chief.page.getByLabel('主办的是哪一类单位').selectOption({ label: '街道乡镇' });
  await chief.page.getByLabel('只限这些单位主办').fill('没有的局');
  await chief.page.getByLabel('依据').fill('全民健身条例第二十七条');
  await chief.page.getByRole('button', { name: '保存' }).click();
  await expect(chief.page.getByText('没有叫“没有的局”的单位').first()).toBeVisible();
  await chief.page.getByLabel('只限这些单位主办').fill('');
  await chief.page.getByLabel('可以协办的单位').fill('县文旅局');
  await chief.page.getByRole('button', { name: '保存' }).click();
  await expect(chief.page.getByText('已保存，从现在起按它判断')).toBeVisible();
  await expect(chief.page.getByText('第 1 版')).toBeVisible();
  await isSound(chief.page, 'entry');

  // The proposal follows category and place; one key accepts it.
  const first = await fileAs(resident.page, '　健身设施', '柳岸花园东门');
  await desk.page.goto(`/appeals/${first}/dispatch`);
  await expect(
    desk.page.getByRole('heading', { name: '派给柳湾街道：目录和地点都只指向它' }),
  ).toBeVisible();
  await expect(desk.page.getByText('属地：“柳岸花园”归柳湾街道。')).toBeVisible();
  await isSound(desk.page, 'dispatch');
  await desk.page.keyboard.press('a');
  await expect(desk.page).toHaveURL(new RegExp(`/appeals/${first}\\?done=dispatch`));
  await expect(desk.page.getByText(/派单给柳湾街道/).first()).toBeVisible();

  // A department that may only help leads for a reason alone.
  const second = await fileAs(resident.page, '　健身设施', '柳岸花园东门');
  await desk.page.goto(`/appeals/${second}/dispatch`);
  await desk.page.getByLabel('交给哪个单位').selectOption({ label: '县文旅局' });
  await desk.page.getByRole('button', { name: '派单', exact: true }).click();
  await expect(desk.page.getByText(/派单目录没有把这件事给这个单位/).first()).toBeVisible();
  await desk.page.getByLabel(/为什么给这个单位/).fill('器材由文旅局采购，还在保修期。');
  await desk.page.getByRole('button', { name: '派单', exact: true }).click();
  await expect(desk.page.getByText(/不在它的履职清单/).first()).toBeVisible();

  // What is a department’s goes to no street.
  const third = await fileAs(resident.page, '　图书馆', '柳岸花园东门');
  await desk.page.goto(`/appeals/${third}/dispatch`);
  await desk.page.getByLabel('交给哪个单位').selectOption({ label: '柳湾街道' });
  await desk.page.getByLabel(/为什么给这个单位/).fill('属地最清楚。');
  await desk.page.getByRole('button', { name: '派单', exact: true }).click();
  await expect(desk.page.getByText(/不能派给街道乡镇或社区村牵头/).first()).toBeVisible();

  // Several at once are told the same, each by itself, before anything is sent.
  await desk.page.goto(`/desk/bulk?verb=dispatch&case=${third}`);
  await desk.page.locator('select[name=unitId]').selectOption({ label: '柳湾街道' });
  await desk.page.getByRole('button', { name: '先看会怎样' }).click();
  await expect(desk.page.getByText(/不能派给街道乡镇或社区村牵头/)).toBeVisible();

  // The same without JavaScript: the proposal is a button.
  const plain = await staff(browser, 'chenjing', { javaScriptEnabled: false });
  await plain.page.goto(`/appeals/${third}/dispatch`);
  await plain.page.getByRole('button', { name: '按建议派给县文旅局' }).click();
  await expect(plain.page).toHaveURL(new RegExp(`/appeals/${third}\\?done=dispatch`));

  for (const it of [chief, resident, desk, plain]) await it.close();
});

test('tables of catalogue and places are looked at before anything changes', async ({
  browser,
}) => {
  const chief = await staff(browser, 'wukai', { javaScriptEnabled: false });
  const { page } = chief;
  await page.goto('/admin/catalogue/import');
  const head = '分类,主办类别,主办单位,协办单位,依据,易混淆,系统直派';
  await page
    .getByLabel('或者把内容贴在这里')
    .fill(
      [head, '医疗卫生 / 疫苗,部门,没有的局,,条例,,', '医疗卫生 / 没有的,部门,,,条例,,'].join('\n'),
    );
  await page.getByRole('button', { name: '先看看会怎样' }).click();
  await expect(page.getByText('第 2 行：没有叫“没有的局”的单位').first()).toBeVisible();
  await expect(page.getByText(/第 3 行：没有在用的分类/).first()).toBeVisible();
  await page
    .getByLabel('或者把内容贴在这里')
    .fill([head, '医疗卫生 / 疫苗,部门,县卫健局,,疫苗管理法第八条,,'].join('\n'));
  await page.getByRole('button', { name: '先看看会怎样' }).click();
  await expect(page.getByRole('heading', { name: '会写 1 条' })).toBeVisible();
  await page.getByRole('button', { name: '确定，照这样改' }).click();
  await expect(page.getByText('已导入，从现在起按它判断')).toBeVisible();
  await expect(page.getByText('疫苗管理法第八条')).toBeVisible();

  await page.goto('/admin/areas');
  await page.getByLabel('地址，或纬度、经度').fill('云岭盘山路三号弯');
  await page.getByRole('button', { name: '看是谁的' }).click();
  await expect(page.getByRole('heading', { name: '云岭乡的地方' })).toBeVisible();
  await page.goto('/admin/areas/new');
  await page.getByLabel('名称').fill('云岭盘山路');
  await page.getByLabel('归哪个单位').selectOption({ label: '云岭乡' });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('云岭乡那里已经有“云岭盘山路”').first()).toBeVisible();
  await page.getByLabel('名称').fill('云岭茶场');
  await page.getByLabel('归哪个单位').selectOption({ label: '云岭乡' });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已添加')).toBeVisible();
  await page.getByRole('link', { name: '云岭茶场' }).click();
  await page.getByRole('button', { name: '停用' }).click();
  await expect(page.getByText('已停用')).toBeVisible();
  await chief.close();
});

import { expect, file, fits, isSound, judge, staff, step, test, to, visitor } from './county';

const small = { width: 360, height: 800 };

/** The join link as the filer's own page shows it. */
async function joinLink(page: import('@playwright/test').Page, caseNumber: string) {
  await page.goto(`/follow/${caseNumber}`);
  const text = (await page.locator('main').innerText()).replace(/\s+/g, '');
  return /\/join\/[\w-]{44}/.exec(text)?.[0] ?? '';
}

test('merge, two verdicts, a late no, unmerge', async ({ browser }) => {
  const [first, second] = [await visitor(browser), await visitor(browser)];
  const target = await file(first.page, {
    what: '电梯又停了，我妈下不了楼',
    place: '安康里 6 号楼',
  });
  const source = await file(second.page, { what: '六号楼电梯坏了', place: '安康里小区' });

  // A neighbour joins on an old telephone, and reads nobody's words.
  const link = await joinLink(first.page, target.caseNumber);
  const neighbour = await visitor(browser, { javaScriptEnabled: false });
  await neighbour.page.setViewportSize(small);
  await neighbour.page.goto(link);
  await expect(neighbour.page.getByRole('heading', { level: 1 })).toHaveText(
    '您也遇到了同样的事？',
  );
  expect(await neighbour.page.content()).not.toContain('我妈');
  await neighbour.page.getByRole('button', { name: '我也遇到了' }).click();
  await expect(neighbour.page.getByText('请选一个').first()).toBeVisible();
  await neighbour.page.getByRole('radio', { name: /给我一个私人链接/ }).check();
  await neighbour.page.getByLabel('您家是什么情况').fill('轮椅出不去');
  await neighbour.page.getByRole('button', { name: '我也遇到了' }).click();
  await expect(neighbour.page).toHaveURL(new RegExp(`/follow/${target.caseNumber}/receipt`));
  await neighbour.page.goto(`/follow/${target.caseNumber}`);
  expect(await neighbour.page.content()).not.toContain('我妈');
  await expect(neighbour.page.getByText('轮椅出不去').first()).toBeVisible();

  const dispatcher = await staff(browser, 'chenjing');
  const { page } = dispatcher;
  await step(page, target.caseNumber, 'dispatch', (it) => to(it, '柳湾街道'), '派单');
  await page.goto(`/appeals/${source.caseNumber}/merge`);
  await page.getByRole('searchbox', { name: '并到哪一件' }).fill(target.caseNumber);
  await page.getByRole('button', { name: '看一看这一件' }).click();
  await expect(page.getByText('电梯又停了').first()).toBeVisible();
  await isSound(page, 'merge');
  await page.getByLabel('为什么是一件事').fill('同一部电梯');
  await page.getByRole('button', { name: '并单', exact: true }).click();
  await expect(page).toHaveURL(/done=merge/);
  await page.goto(`/appeals/${target.caseNumber}`);
  await expect(page.getByText('3 人同感').first()).toBeVisible();
  await isSound(page, 'target');

  const cadre = await staff(browser, 'zhaolimin');
  await step(cadre.page, target.caseNumber, 'accept', async () => {}, '签收');
  await step(
    cadre.page,
    target.caseNumber,
    'contact',
    async (it) => {
      await it.getByRole('radio', { name: '上门' }).check();
      await it.getByLabel('说了什么').fill('看了机房');
    },
    '记下这次联系',
  );
  await step(
    cadre.page,
    target.caseNumber,
    'resolve',
    async (it) => {
      await it.getByRole('radio', { name: /^办好了(?!一部分)/ }).check();
      await it.getByLabel('给居民的答复').fill('换了主板，试了一天。');
    },
    '发出答复',
  );

  await first.page.goto(`/follow/${target.caseNumber}`);
  await judge(first.page, '解决了');
  await neighbour.page.goto(`/follow/${target.caseNumber}`);
  await judge(neighbour.page, '解决了');

  // On their own page, about the case theirs is part of; and none of its residents' words.
  await second.page.setViewportSize(small);
  await second.page.goto(`/follow/${source.caseNumber}`);
  await expect(second.page.getByText('换了主板，试了一天。')).toBeVisible();
  expect(await second.page.content()).not.toContain('我妈');
  await isSound(second.page, 'merged');
  await judge(second.page, '没解决');
  await page.goto(`/appeals/${target.caseNumber}`);
  await expect(page.getByText(/第 2 轮/).first()).toBeVisible();

  await step(
    page,
    source.caseNumber,
    'unmerge',
    (it) => it.getByLabel('为什么不是一件事').fill('是西单元的电梯'),
    '拆单',
  );
  await second.page.goto(`/follow/${source.caseNumber}`);
  await expect(second.page.getByText('我们收到了，正在找有权办的单位。')).toBeVisible();
  for (const it of [first, second, neighbour, dispatcher, cadre]) await it.close();
});

test('a telephone joins once, and whoever tries it again learns nothing', async ({ browser }) => {
  const filer = await visitor(browser);
  const phone = '13811113333';
  const { caseNumber } = await file(filer.page, { what: '水管爆了', place: '北苑 2 号楼', phone });
  const link = await joinLink(filer.page, caseNumber);
  const said: string[] = [];
  for (const number of ['13811114444', '13811114444', phone]) {
    const neighbour = await visitor(browser);
    await neighbour.page.goto(link);
    await neighbour.page.getByRole('radio', { name: /打我电话/ }).check();
    await neighbour.page.getByLabel('手机或座机').fill(number);
    await neighbour.page.getByRole('button', { name: '我也遇到了' }).click();
    await expect(neighbour.page.getByRole('heading', { level: 1 })).toHaveText('记下了');
    said.push(await neighbour.page.locator('main').innerText());
    await neighbour.close();
  }
  expect(new Set(said).size).toBe(1);
  await filer.page.goto(`/follow/${caseNumber}`);
  await expect(filer.page.getByText('2 人遇到了')).toBeVisible();

  const operator = await staff(browser, 'sunyue');
  await operator.page.goto(`/appeals/${caseNumber}/join`);
  await isSound(operator.page, 'join at the desk');
  await operator.page.getByRole('radio', { name: '打电话' }).check();
  await operator.page.getByRole('textbox', { name: /电话/ }).fill('13811114444');
  await operator.page.getByRole('button', { name: '记下同感' }).click();
  await expect(operator.page.getByText('已经在这件事里了').first()).toBeVisible();
  // A caller without a telephone of their own takes the link home on paper.
  await operator.page.goto(`/appeals/${caseNumber}/join`);
  await operator.page.getByRole('radio', { name: /只给私人链接/ }).check();
  await operator.page.getByRole('button', { name: '记下同感' }).click();
  await operator.page.locator('a[href*="/slip?voice="]').click();
  await expect(operator.page.getByText(/\/v\/[\w-]{44}/)).toBeVisible();
  const others = operator.page
    .url()
    .replace(/voice=.*/, 'voice=00000000-0000-4000-8000-000000000000');
  expect((await operator.page.goto(others))?.status()).toBe(404);
  for (const it of [filer, operator]) await it.close();
});

for (const locale of ['zh', 'en'] as const) {
  test(`the pages of joining are sound in ${locale}`, async ({ browser }) => {
    const filer = await visitor(browser);
    const { caseNumber } = await file(filer.page, { what: '路灯坏了', place: '北苑' });
    const link = await joinLink(filer.page, caseNumber);
    await filer.page.goto(`/language?to=${locale}&back=/`);
    for (const path of [link, `${link}?done=1`, `/join/x`, `/follow/${caseNumber}`]) {
      await filer.page.setViewportSize({ width: 1280, height: 900 });
      await filer.page.goto(path);
      await fits(filer.page, path);
      await filer.page.setViewportSize(small);
      await isSound(filer.page, path);
    }
    await filer.close();
  });
}

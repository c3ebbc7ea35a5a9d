import { expect, file, isSound, signIn, staff, test, to, visitor } from './county';

test('the day’s work: named lists, the keyboard, and no script at all', async ({ browser }) => {
  const resident = await visitor(browser);
  const { caseNumber } = await file(resident.page, {
    what: '柳湾一巷的路灯三天不亮',
    place: '柳湾一巷',
  });
  await resident.close();

  const dispatcher = await staff(browser, 'chenjing');
  await dispatcher.page.goto(`/appeals/${caseNumber}/dispatch`);
  await to(dispatcher.page, '柳湾街道');
  await dispatcher.page.getByRole('button', { name: '派单' }).click();
  await expect(dispatcher.page).toHaveURL(/done=dispatch/);
  await dispatcher.close();

  const { page, close } = await staff(browser, 'zhaolimin');
  await page.goto('/desk?list=accept');
  await isSound(page, '/desk');
  const mine = page.locator(`.inbox .go[href="/appeals/${caseNumber}/accept"]`);
  await expect(mine).toHaveText('签收');
  const name = `先签收 ${caseNumber.slice(-4)}`;

  await page.getByRole('link', { name: /给这个列表起个名字|整理我的列表/ }).click();
  // The page gone on to, not the one that is still there with its name.
  await page.getByLabel('给眼前的列表起个名字').fill(name);
  await isSound(page, 'own lists');
  await page.getByRole('button', { name: '记下这个列表' }).click();
  const own = page.getByRole('navigation', { name: '我的列表' });
  await expect(own.getByRole('link', { name })).toHaveAttribute('aria-current', 'true');

  await page.getByRole('button', { name: '键盘操作' }).waitFor();
  const boxes = page.locator('.inbox input[type=checkbox]');
  const count = await boxes.count();
  for (let nth = 0; nth < count; nth++) await page.keyboard.press('j');
  await expect(page.locator('.inbox .go').last()).toBeFocused();
  await page.keyboard.press('x');
  await expect(boxes.last()).toBeChecked();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('x?');
  await expect(page.getByRole('searchbox')).toHaveValue('x?');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '键盘操作' })).toBeVisible();
  await isSound(page, 'keys');
  await page.getByLabel('开启单键操作').uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('button', { name: '键盘操作' }).waitFor();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: '键盘操作' }).click();
  await page.getByLabel('开启单键操作').check();
  await page.getByRole('button', { name: '关上' }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/accept$/);
  await page.goBack();
  // Not how many: cases come in all day.
  await expect(mine).toHaveText('签收');
  await close();

  const plain = await staff(browser, 'zhaolimin', { javaScriptEnabled: false });
  await plain.page.goto('/desk?own=edit');
  await plain.page.getByRole('button', { name: new RegExp(`去掉.*${name}`) }).click();
  await expect(plain.page.getByRole('link', { name })).toHaveCount(0);
  await plain.close();
});

test('everybody’s day opens on what is theirs, on a telephone too', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  for (const login of ['chenjing', 'wangxiulan', 'linxiao', 'zhoumin', 'sunyue']) {
    await context.clearCookies();
    await signIn(page, login);
    await page.goto('/desk');
    await expect(page.locator('h1')).toHaveCount(1);
    await isSound(page, login);
  }
  await context.clearCookies();
  await signIn(page, 'wangxiulan');
  await page.goto('/desk');
  await page.getByRole('link', { name: /登记 0–1 天/ }).click();
  await expect(page).toHaveURL(/age=0-1/);
  await isSound(page, 'backlog');
  await context.close();
});

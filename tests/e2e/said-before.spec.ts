import { expect, file, fits, isSound, staff, tell, test, visitor } from './county';

const fountain = {
  what: '莲花喷泉的水泵整夜轰轰响，住在旁边睡不着觉。',
  place: '石塘文化广场莲花喷泉',
};

test('the same thing told twice is one case: a neighbour is asked, joins, and judges alone', async ({
  browser,
}) => {
  const first = await visitor(browser);
  const { caseNumber } = await file(first.page, { ...fountain, phone: '13300008801' });

  // Without JavaScript as with it: nothing is filed before they have chosen, and nothing is lost.
  for (const javaScriptEnabled of [false, true]) {
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    await tell(page, {
      what: '喷泉水泵晚上太响了，吵得人睡不着。',
      place: '石塘文化广场莲花喷泉旁',
    });
    await expect(page.getByRole('heading', { name: '像是已经有人提过' })).toBeVisible();
    // Nothing of what the other wrote.
    await expect(page.getByText('整夜轰轰响')).toHaveCount(0);
    await expect(page.getByText(caseNumber)).toHaveCount(0);
    if (javaScriptEnabled) {
      await isSound(page, 'offer');
      await page.setViewportSize({ width: 360, height: 800 });
      await fits(page, 'offer');
    }
    await page.getByRole('button', { name: '返回修改' }).click();
    await expect(page.getByText('喷泉水泵晚上太响了')).toBeVisible();
    await page.getByRole('button', { name: '交上去' }).click();
    await page.getByRole('button', { name: '是这一件，我也加进去' }).first().click();
    await expect(page).toHaveURL(new RegExp(`/follow/${caseNumber}/receipt`));
    await close();
  }

  const desk = await staff(browser, 'chenjing');
  await desk.page.goto(`/appeals/${caseNumber}`);
  await expect(desk.page.getByText(/3 人/).first()).toBeVisible();
  for (const it of [first, desk]) await it.close();
});

test('what complains of somebody is never offered, and offers nothing', async ({ browser }) => {
  const one = await visitor(browser);
  const place = '云岭文化广场北侧公厕';
  await tell(one.page, { what: '保洁员骂人，公厕也不扫。', place, who: '姓周的保洁员' });
  await expect(one.page).toHaveURL(/\/follow\/\d+\/receipt/);

  const other = await visitor(browser);
  await tell(other.page, { what: '保洁员骂人，公厕没有人扫。', place });
  await expect(other.page).toHaveURL(/\/follow\/\d+\/receipt/);
  for (const it of [one, other]) await it.close();
});

test('whoever takes the call joins the caller; the dispatcher sees what is the same, and like cases', async ({
  browser,
}) => {
  const resident = await visitor(browser);
  const { caseNumber } = await file(resident.page, {
    what: '东湖新城 6 号楼前的充电桩漏电，摸上去发麻。',
    place: '东湖新城 6 号楼前',
  });
  const desk = await staff(browser, 'sunyue');
  const { page } = desk;
  await page.goto('/desk/file');
  await page.getByLabel('出了什么事').fill('楼前充电桩漏电，刚才摸了一下手发麻。');
  await page.getByLabel('在哪里').fill('东湖新城 6 号楼前');
  await page.locator('[name=phone]').fill('13300008802');
  await page.getByRole('button', { name: '登记' }).click();
  await expect(page.getByRole('heading', { name: /像是已经有人说过/ })).toBeVisible();
  await isSound(page, 'offer to the caller');
  await page.getByRole('button', { name: '是这一件，加进去' }).first().click();
  await expect(page).toHaveURL(new RegExp(`/appeals/${caseNumber}\\?done=join`));

  // Filed all the same, it stands before the dispatcher, who may merge it.
  const second = await visitor(browser);
  const again = await file(second.page, {
    what: '充电桩漏电，孩子被电了一下。',
    place: '东湖新城 6 号楼前',
  });
  const dispatcher = await staff(browser, 'chenjing');
  await dispatcher.page.goto(`/appeals/${again.caseNumber}/dispatch`);
  await expect(dispatcher.page.getByText(/可能是同一件事/)).toBeVisible();
  await expect(dispatcher.page.getByText(/都说到.*充电桩/).first()).toBeVisible();
  await isSound(dispatcher.page, 'dispatch desk');
  await dispatcher.page.getByRole('link', { name: '看一看，并进去' }).first().click();
  await expect(dispatcher.page.locator('[name=number]')).toHaveValue(caseNumber);

  // A cold radiator: words and like cases propose the category, the catalogue the unit.
  const cold = await file(second.page, {
    what: '暖气片一点都不热，老人冻得睡不着。',
    place: '和平家园 2 号楼',
  });
  await dispatcher.page.goto(`/appeals/${cold.caseNumber}/dispatch`);
  await expect(dispatcher.page.getByRole('heading', { name: '建议派给县热力公司' })).toBeVisible();
  await expect(dispatcher.page.getByText(/分类：像是“暖气不热”/)).toBeVisible();
  await expect(dispatcher.page.getByText(/相近的已办结诉求/)).toBeVisible();
  await dispatcher.page.getByRole('button', { name: '按建议派给县热力公司' }).click();
  await expect(dispatcher.page.getByText(/派单给县热力公司/).first()).toBeVisible();
  for (const it of [resident, desk, second, dispatcher]) await it.close();
});

import { expect, file, isSound, judge, signIn, staff, step, test, to, visitor } from './county';

/** How often a case stands among those behind a number of the measure *solved*: other stories move the number itself. */
async function timesCounted(
  page: import('@playwright/test').Page,
  caseNumber: string,
  answer: 'yes' | 'answered',
): Promise<number> {
  await page.goto(`/supervision/cases?measure=solved&answer=${answer}`);
  return page.locator(`main a[href="/appeals/${caseNumber}"]`).count();
}

/** The numbers as printed: who said yes, and who answered. */
async function solvedFigures(page: import('@playwright/test').Page): Promise<[number, number]> {
  await page.goto('/supervision');
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  const found = /说解决 (\d+) 人 ÷ 回答 (\d+) 人/.exec(text);
  return [Number(found?.[1]), Number(found?.[2])];
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';

  test(`filed, answered, not solved, round again, solved, counted: ${how}`, async ({ browser }) => {
    const resident = await visitor(browser, { javaScriptEnabled: false });
    const supervisor = await staff(browser, 'zhoumin', { javaScriptEnabled });
    const before = await solvedFigures(supervisor.page);

    const { caseNumber, link } = await file(resident.page, {
      what: `楼道灯三天不亮了，老人摔了一跤。${how}`,
      place: '安康里小区 9 号楼',
      phone: '138 1111 2222',
    });
    await expect(resident.page.getByText(caseNumber.slice(8)).first()).toBeVisible();

    const dispatcher = await staff(browser, 'chenjing', { javaScriptEnabled });
    await step(dispatcher.page, caseNumber, 'dispatch', (page) => to(page, '柳湾街道'), '派单');
    const cadre = await staff(browser, 'zhaolimin', { javaScriptEnabled });
    const answer = async (words: string) => {
      await step(cadre.page, caseNumber, 'accept', async () => {}, '签收');
      await step(
        cadre.page,
        caseNumber,
        'contact',
        async (page) => {
          await page.getByRole('radio', { name: '打电话' }).check();
          await page.getByLabel('说了什么').fill('约好下午换灯');
        },
        '记下这次联系',
      );
      await step(
        cadre.page,
        caseNumber,
        'resolve',
        async (page) => {
          await page.getByRole('radio', { name: /^办好了(?!一部分)/ }).check();
          await page.getByLabel('给居民的答复').fill(words);
        },
        '发出答复',
      );
    };
    await answer('三层的灯换好了。');

    // By the private link, in a browser that has never been here.
    const elsewhere = await visitor(browser, { javaScriptEnabled });
    await elsewhere.page.goto(link);
    await expect(elsewhere.page).toHaveURL(new RegExp(`/follow/${caseNumber}$`));
    await expect(elsewhere.page.getByText('三层的灯换好了。').first()).toBeVisible();
    if (javaScriptEnabled) await isSound(elsewhere.page);
    await judge(elsewhere.page, '没解决', '四层还是黑的。');
    await expect(elsewhere.page.getByText(/第 2 轮|第二轮/).first()).toBeVisible();

    await answer('四层也换好了，连开关一起。');
    await resident.page.goto(`/follow/${caseNumber}`);
    await judge(resident.page, '解决了');
    await expect(resident.page.getByText('评价收到了').first()).toBeVisible();

    const after = await solvedFigures(supervisor.page);
    expect(after[1] - before[1]).toBeGreaterThanOrEqual(2);
    expect(after[0] - before[0]).toBeGreaterThanOrEqual(1);
    expect(await timesCounted(supervisor.page, caseNumber, 'answered')).toBe(2);
    expect(await timesCounted(supervisor.page, caseNumber, 'yes')).toBe(1);
    for (const it of [resident, supervisor, dispatcher, cadre, elsewhere]) await it.close();
  });
}

test('the second of two cadres is told who was faster, and loses no word', async ({ browser }) => {
  const resident = await visitor(browser);
  const { caseNumber } = await file(resident.page, { what: '路面塌了一块', place: '柳湾一巷' });
  const dispatcher = await staff(browser, 'chenjing');
  await step(dispatcher.page, caseNumber, 'dispatch', (page) => to(page, '柳湾街道'), '派单');
  const one = await staff(browser, 'zhaolimin');
  const two = await visitor(browser);
  await signIn(two.page, 'wangxiulan');
  await two.page.goto(`/appeals/${caseNumber}/sendBack`);
  await step(one.page, caseNumber, 'accept', async () => {}, '签收');
  await two.page.getByLabel('该归哪个单位').selectOption({ label: '城关镇' });
  await two.page.getByLabel('为什么不归我们').fill('这条巷子归城关镇管。');
  await two.page.getByRole('button', { name: '退给派单员' }).click();
  await expect(two.page.getByText(/赵立民.*先动了这件事/).first()).toBeVisible();
  await expect(two.page.getByLabel('为什么不归我们')).toHaveValue('这条巷子归城关镇管。');
});

import type { Browser, Page } from '@playwright/test';
import { expect, file, isSound, staff, step, test, to, visitor } from './county';

async function contacted(browser: Browser, what: string) {
  const resident = await visitor(browser);
  const { caseNumber } = await file(resident.page, { what, place: '柳湾二巷 4 号' });
  const dispatcher = await staff(browser, 'chenjing');
  await step(dispatcher.page, caseNumber, 'dispatch', (page) => to(page, '柳湾街道'), '派单');
  await dispatcher.close();
  const cadre = await staff(browser, 'zhaolimin');
  await step(cadre.page, caseNumber, 'accept', async () => {}, '签收');
  const said = async (page: Page) => {
    await page.getByRole('radio', { name: '上门' }).check();
    await page.getByLabel('说了什么').fill('看过现场，要等配件');
  };
  await step(cadre.page, caseNumber, 'contact', said, '记下这次联系');
  return { resident, cadre, caseNumber };
}

const asksForDays = (days: string) => async (page: Page) => {
  await page.getByRole('radio', { name: /^延期/ }).check();
  await page.getByLabel(/延长多少/).fill(days);
  await page.getByLabel('理由').fill('阀门要从厂里调，下周才到。');
};

const promised = async (page: Page): Promise<string> => {
  const row = page.locator('dl.facts > div', { hasText: '承诺的日子' });
  return (await row.locator('dd').innerText()).split('\n')[0] ?? '';
};

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';

  test(`more time: asked, refused, asked again, granted, ${how}`, async ({ browser }) => {
    const { resident, cadre, caseNumber } = await contacted(browser, `水管裂了，${how}`);
    await resident.page.goto(`/follow/${caseNumber}`);
    const before = await promised(resident.page);
    const unit = await staff(browser, 'zhaolimin', { javaScriptEnabled });
    const reviewer = await staff(browser, 'fangzheng', { javaScriptEnabled });

    await unit.page.goto(`/appeals/${caseNumber}/askFor`);
    if (javaScriptEnabled) await isSound(unit.page);
    await asksForDays('9999')(unit.page);
    await unit.page.getByRole('button', { name: '送审' }).click();
    await expect(unit.page.getByText(/最多 \d+/).first()).toBeVisible();
    await expect(unit.page.getByLabel('理由')).toHaveValue('阀门要从厂里调，下周才到。');
    await step(unit.page, caseNumber, 'askFor', asksForDays('3'), '送审');

    const decides = (words: string) => async (page: Page) => {
      await expect(page.getByText('阀门要从厂里调，下周才到。').first()).toBeVisible();
      await page.getByLabel('理由').fill(words);
    };
    await step(reviewer.page, caseNumber, 'refuse', decides('先从库里找一找。'), '不批准');
    await resident.page.goto(`/follow/${caseNumber}`);
    expect(await promised(resident.page)).toBe(before);
    await expect(resident.page.getByText('先从库里找一找。').first()).toBeVisible();

    await step(unit.page, caseNumber, 'askFor', asksForDays('4'), '送审');
    await reviewer.page.goto(`/appeals/${caseNumber}/grant`);
    if (javaScriptEnabled) await isSound(reviewer.page);
    await step(reviewer.page, caseNumber, 'grant', decides('库里没有，同意。'), '批准');
    await resident.page.goto(`/follow/${caseNumber}`);
    expect(await promised(resident.page)).not.toBe(before);
    await expect(resident.page.getByText('库里没有，同意。').first()).toBeVisible();
    for (const it of [resident, cadre, unit, reviewer]) await it.close();
  });
}

test('parked until a day, taken up again before it', async ({ browser }) => {
  const { resident, cadre, caseNumber } = await contacted(browser, '树要等开春才能移');
  const reviewer = await staff(browser, 'fangzheng');
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const asks = async (page: Page) => {
    await page.getByRole('radio', { name: /^暂时挂账/ }).check();
    await page.getByLabel(/到哪一天/).fill(until);
    await page.getByLabel('理由').fill('冬天移树活不了。');
  };
  await step(cadre.page, caseNumber, 'askFor', asks, '送审');
  const reason = (page: Page) => page.getByLabel('理由').fill('同意等开春。');
  await step(reviewer.page, caseNumber, 'grant', reason, '批准');
  await resident.page.goto(`/follow/${caseNumber}`);
  await expect(resident.page.getByText(/停到.*自动接着办/).first()).toBeVisible();
  await isSound(resident.page);
  await step(cadre.page, caseNumber, 'resume', async () => {}, '接着办');
  await resident.page.goto(`/follow/${caseNumber}`);
  await expect(resident.page.getByText(/停到.*自动接着办/)).toHaveCount(0);
  for (const it of [resident, cadre, reviewer]) await it.close();
});

test('cannot be done, objection, ruling, next round', async ({ browser }) => {
  const { resident, cadre, caseNumber } = await contacted(browser, '想在楼前加一盏灯');
  const cannot = async (page: Page) => {
    await page.getByRole('radio', { name: /^办不了/ }).check();
    await page.getByLabel('给居民的答复').fill('这里不在路灯规划里。');
    await page.getByLabel(/^依据/).fill('城市照明管理规定第八条');
    await page.getByLabel(/居民还能走的路/).fill('可以向住建局提规划建议。');
  };
  await step(cadre.page, caseNumber, 'resolve', cannot, '发出答复');

  await resident.page.goto(`/follow/${caseNumber}/object`);
  await isSound(resident.page);
  await resident.page.getByLabel(/为什么您觉得能办/).fill('隔壁楼上个月就装了。');
  await resident.page.getByRole('button', { name: '提出异议' }).click();
  await expect(resident.page).toHaveURL(/done=object/);
  await expect(resident.page.getByText('异议收到了').first()).toBeVisible();

  const reviewer = await staff(browser, 'fangzheng');
  await reviewer.page.goto(`/appeals/${caseNumber}/rule`);
  await isSound(reviewer.page);
  await expect(reviewer.page.getByText('隔壁楼上个月就装了。').first()).toBeVisible();
  const rules = async (page: Page) => {
    await page.getByRole('radio', { name: /^成立/ }).check();
    await page.getByLabel('理由').fill('同一条街已经装过，能办。');
  };
  await step(reviewer.page, caseNumber, 'rule', rules, '裁定');
  await resident.page.goto(`/follow/${caseNumber}`);
  await expect(resident.page.getByText(/第 2 轮|第二轮/).first()).toBeVisible();
  await expect(resident.page.getByText('同一条街已经装过，能办。').first()).toBeVisible();
  // One objection a round: the first is spent, and the second round has no answer yet.
  await resident.page.goto(`/follow/${caseNumber}/object`);
  await expect(resident.page.getByRole('button', { name: '提出异议' })).toHaveCount(0);
  for (const it of [resident, cadre, reviewer]) await it.close();
});

test('an answer "cannot be done" may be judged as well as objected to', async ({ browser }) => {
  const { resident, cadre, caseNumber } = await contacted(browser, '要求拆掉合法的围墙');
  const cannot = async (page: Page) => {
    await page.getByRole('radio', { name: /^办不了/ }).check();
    await page.getByLabel('给居民的答复').fill('围墙是合法建的。');
    await page.getByLabel(/^依据/).fill('规划许可证第 12 号');
    await page.getByLabel(/居民还能走的路/).fill('可以申请行政复议。');
  };
  await step(cadre.page, caseNumber, 'resolve', cannot, '发出答复');
  await resident.page.goto(`/follow/${caseNumber}`);
  const answers = [
    [/讲清楚/, '没讲清楚'],
    [/对结果/, '一般'],
    [/待您/, '好'],
    [/有人要求您/, '没有'],
  ] as const;
  for (const [group, name] of answers) {
    const question = resident.page.getByRole('group', { name: group });
    await question.getByRole('radio', { name, exact: true }).check();
  }
  await resident.page.getByRole('button', { name: '交上我的评价' }).click();
  await expect(resident.page).toHaveURL(/done=judge/);
  await resident.page.goto(`/follow/${caseNumber}/object`);
  await expect(resident.page.getByRole('button', { name: '提出异议' })).toBeVisible();
  for (const it of [resident, cadre]) await it.close();
});

import type { Browser, Page } from '@playwright/test';
import { expect, file, fits, isSound, judge, staff, step, test, to, visitor } from './county';

/** A street's case, contacted; the resident's page is kept open. */
async function contacted(browser: Browser, what: string) {
  const resident = await visitor(browser);
  const place = `柳荫里 ${Math.floor(Math.random() * 1e6)} 号楼西侧`;
  const filing = { what, place, phone: '13812345678' };
  const { caseNumber } = await file(resident.page, filing);
  const dispatcher = await staff(browser, 'chenjing');
  await step(dispatcher.page, caseNumber, 'dispatch', (page) => to(page, '柳湾街道'), '派单');
  await dispatcher.close();
  const cadre = await staff(browser, 'zhaolimin');
  await step(cadre.page, caseNumber, 'accept', async () => {}, '签收');
  const said = async (page: Page) => {
    await page.getByRole('radio', { name: '上门' }).check();
    await page.getByLabel('说了什么').fill('围起来了，请两家来看');
  };
  await step(cadre.page, caseNumber, 'contact', said, '记下这次联系');
  await cadre.close();
  return { resident, caseNumber };
}

const inTwoDays = (): string => new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 16);

async function names(page: Page, nth: number, unit: string, whatFor: string): Promise<void> {
  const row = page.getByRole('group', { name: `单位${nth}`, exact: true });
  await row.getByLabel('叫哪个单位').selectOption({ label: unit });
  await row.getByLabel('请他们做什么').fill(whatFor);
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without any JavaScript';

  test(`a street whistles, two departments report, one verdict, ${how}`, async ({ browser }) => {
    const { resident, caseNumber } = await contacted(browser, `管沟塌了一截，${how}`);
    const [street, heating, housing] = await Promise.all(
      ['zhaolimin', 'guotao', 'hewei'].map((it) => staff(browser, it, { javaScriptEnabled })),
    );
    if (!street || !heating || !housing) throw new Error('nobody is there');

    // Nobody who was not called sees the case.
    await heating.page.goto(`/appeals/${caseNumber}`);
    await expect(heating.page.getByText('管沟塌了一截')).toHaveCount(0);

    await street.page.goto(`/appeals/${caseNumber}/whistle`);
    if (javaScriptEnabled) await isSound(street.page);
    await street.page.setViewportSize({ width: 360, height: 800 });
    await fits(street.page, 'whistle at 360');
    await street.page.setViewportSize({ width: 1280, height: 800 });
    // Named twice: refused with words, and what was written is still there.
    await names(street.page, 1, '县热力公司', '先停这一段');
    await names(street.page, 2, '县热力公司', '看外墙');
    await street.page.getByRole('button', { name: '吹哨' }).click();
    await expect(street.page.getByText('这个单位上面已经选了').first()).toBeVisible();
    await expect(street.page.getByLabel('请他们做什么').first()).toHaveValue('先停这一段');
    await names(street.page, 2, '县住建局', '看外墙');
    const first = street.page.getByRole('group', { name: '单位1', exact: true });
    await first.getByLabel(/要到现场/).check();
    await first.getByLabel(/最晚什么时候反馈/).fill(inTwoDays());
    await street.page.getByRole('button', { name: '吹哨' }).click();
    await expect(street.page).toHaveURL(/done=whistle/);
    await expect(street.page.getByRole('heading', { name: '吹哨报到' })).toBeVisible();

    await resident.page.goto(`/follow/${caseNumber}`);
    await expect(resident.page.getByText(/柳湾街道牵头，叫来县热力公司、县住建局/)).toBeVisible();
    await expect(resident.page.getByText(/现在有 3 个单位在办您的事/)).toBeVisible();
    await expect(resident.page.getByText('先停这一段')).toHaveCount(0);

    // The called unit finds it on its list, reads what it is for, and no telephone number.
    await heating.page.goto('/desk?desk=unit&list=called');
    await expect(heating.page.locator(`a[href*="${caseNumber}"]`).first()).toBeVisible();
    await heating.page.goto(`/appeals/${caseNumber}`);
    await expect(heating.page.getByText('先停这一段').first()).toBeVisible();
    await expect(heating.page.getByText('138****5678')).toHaveCount(0);
    await expect(heating.page.getByText('围起来了，请两家来看')).toHaveCount(0);
    if (javaScriptEnabled) await isSound(heating.page);
    const note = (page: Page) => page.getByLabel(/谁来/).fill('郭涛带两个人');
    await step(heating.page, caseNumber, 'reportIn', note, '报到');
    await heating.page.goto(`/appeals/${caseNumber}/reportBack`);
    if (javaScriptEnabled) await isSound(heating.page);
    const reports = async (page: Page) => {
      await page.getByRole('radio', { name: /^已经处理/ }).check();
      await page.getByLabel('查到什么').fill('旧管穿孔');
      await page.getByLabel('怎么定的').fill('当晚焊接');
      await page.getByLabel(/谁、什么时候/).fill('郭涛：明天 12 点前打压');
    };
    // Asked to come, so a report from the desk is none.
    await reports(heating.page);
    await heating.page.getByRole('button', { name: '反馈' }).click();
    await expect(heating.page.getByText(/叫您到现场，请先记到场/).first()).toBeVisible();
    await step(heating.page, caseNumber, 'arrive', async () => {}, '记下到场');
    await step(heating.page, caseNumber, 'reportBack', reports, '反馈');

    await street.page.setViewportSize({ width: 360, height: 800 });
    await street.page.goto(`/appeals/${caseNumber}`);
    await fits(street.page, 'case with calls at 360');
    await street.page.setViewportSize({ width: 1280, height: 800 });

    // The other keeps silent: answering without it asks why.
    await street.page.goto(`/appeals/${caseNumber}`);
    await expect(street.page.getByText('旧管穿孔').first()).toBeVisible();
    await street.page.goto(`/appeals/${caseNumber}/resolve`);
    const answers = async (page: Page) => {
      await page
        .getByRole('radio', { name: /^办好了 / })
        .or(page.getByRole('radio', { name: /^办好了$/ }))
        .first()
        .check();
      await page.getByLabel('给居民的答复').fill('管子焊好了，坑也填平了。');
    };
    await answers(street.page);
    await street.page.getByRole('button', { name: '发出答复' }).click();
    await expect(street.page.getByText(/请写明为什么不再等/).first()).toBeVisible();
    const why = async (page: Page) => {
      await answers(page);
      await page.getByLabel(/为什么不等他们反馈/).fill('住建局三次没人接。');
    };
    await step(street.page, caseNumber, 'resolve', why, '发出答复');

    const rates = async (page: Page) => {
      await page.getByRole('radio', { name: /县热力公司/ }).check();
      await page.getByRole('radio', { name: '得力', exact: true }).check();
    };
    await street.page.goto(`/appeals/${caseNumber}/rateHelp`);
    if (javaScriptEnabled) await isSound(street.page);
    await step(street.page, caseNumber, 'rateHelp', rates, '评');

    await resident.page.goto(`/follow/${caseNumber}`);
    await expect(resident.page.getByText('管子焊好了，坑也填平了。').first()).toBeVisible();
    await expect(resident.page.getByText('住建局三次没人接。')).toHaveCount(0);
    await judge(resident.page, '解决了');

    const supervisor = await staff(browser, 'zhoumin', { javaScriptEnabled });
    await supervisor.page.goto(`/appeals/${caseNumber}`);
    await expect(supervisor.page.getByText('住建局三次没人接。').first()).toBeVisible();
    await expect(supervisor.page.getByText('县住建局没有反馈就办结了').first()).toBeVisible();
    await supervisor.page.goto('/supervision');
    await expect(supervisor.page.getByRole('table', { name: /吹哨和报到的次数/ })).toBeVisible();
    if (javaScriptEnabled) await isSound(supervisor.page);
    await supervisor.page.setViewportSize({ width: 360, height: 800 });
    await fits(supervisor.page, 'supervision at 360');
    await supervisor.page.getByRole('definition').getByRole('link').last().click();
    await expect(supervisor.page.locator(`a[href*="${caseNumber}"]`).first()).toBeVisible();
    for (const it of [resident, street, heating, housing, supervisor]) await it.close();
  });
}

test('one case for two units: the second is named, sees it and makes notes', async ({
  browser,
}) => {
  const resident = await visitor(browser);
  const { caseNumber } = await file(resident.page, { what: '承重墙打掉半面', place: '柳荫里' });
  const dispatcher = await staff(browser, 'chenjing');
  const two = async (page: Page) => {
    await to(page, '县住建局');
    await page.getByLabel(/协办单位/).selectOption({ label: '柳湾街道' });
  };
  await step(dispatcher.page, caseNumber, 'dispatch', two, '派单');
  const second = await staff(browser, 'zhaolimin');
  await second.page.goto(`/appeals/${caseNumber}`);
  await expect(second.page.getByRole('link', { name: '签收' })).toHaveCount(0);
  const note = (page: Page) => page.getByLabel('备注').fill('钥匙在社区');
  await step(second.page, caseNumber, 'annotate', note, '记下备注');
  await resident.page.goto(`/follow/${caseNumber}`);
  await expect(resident.page.getByText(/派给县住建局，柳湾街道协办/)).toBeVisible();
  for (const it of [resident, dispatcher, second]) await it.close();
});

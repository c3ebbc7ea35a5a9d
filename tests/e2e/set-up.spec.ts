import type { Browser, Page } from '@playwright/test';
import { type EmptyServer, startEmptyServer } from '@/scripts/checks/empty-server';
import { expect, file, isSound, judge, step, test, to } from './county';

/** From nothing: a fresh installation without the demo, set up in the browser by its administrator. */

const password = 'a sentence is long enough';

const people = [
  { name: '陈静', login: 'chenjing', unit: '接诉即办中心', role: '派单员' },
  { name: '赵立民', login: 'zhaolimin', unit: '东湖街道', role: '承办人' },
  { name: '林晓', login: 'linxiao', unit: '接诉即办中心', role: '回访员' },
  { name: '周敏', login: 'zhoumin', unit: '接诉即办中心', role: '督办员' },
] as const;

// Each has a server of its own to start, and everybody in it to invite.
test.setTimeout(240_000);

let server: EmptyServer;

test.beforeEach(async () => {
  server = await startEmptyServer();
});
test.afterEach(() => server.stop());

async function come(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'zh-CN',
    javaScriptEnabled,
  });
  return context.newPage();
}

async function takeUp(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByLabel('再写一遍密码').fill(password);
  await page.getByRole('button', { name: '设好并登录' }).click();
  await expect(page).toHaveURL(/\/(set-up|desk|supervision)/);
}

/** The first three steps, to the page where people are added. */
async function toPeople(page: Page): Promise<void> {
  await expect(page).toHaveURL(/set-up\/organisation/);
  await page.getByLabel('中文名称').fill('临江县接诉即办');
  await page.getByLabel('英文名称').fill('Linjiang County appeals');
  await page.getByLabel('有人接的电话').fill('0531-12345678');
  await page.getByRole('button', { name: '保存，选规则' }).click();
  await page.getByRole('radio', { name: /^山东/ }).check();
  await page.getByRole('button', { name: '用这套规则' }).click();
  await page
    .getByRole('group', { name: '第 1 个单位' })
    .getByLabel('名称', { exact: true })
    .fill('东湖街道');
  await page.getByRole('group', { name: '第 1 个单位' }).getByLabel('类别').selectOption('street');
  await page.getByRole('button', { name: '登记这些单位' }).click();
  await expect(page.getByText('单位已登记')).toBeVisible();
  await page.getByRole('link', { name: '去登记人员' }).click();
  await expect(page.getByRole('heading', { name: '谁来办？' })).toBeVisible();
}

/** @returns the link, shown once. */
async function add(
  page: Page,
  { name, login, unit, role }: (typeof people)[number],
): Promise<string> {
  await page.goto('/set-up/people');
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('所在单位').selectOption({ label: unit });
  await page.getByRole('checkbox', { name: new RegExp(`^${role}`) }).check();
  await page.getByRole('button', { name: '加上，给出链接' }).click();
  const link = page.locator('.keybox code');
  await expect(link).toContainText('/welcome/');
  return link.innerText();
}

/** Two people of two units; of one unit they are refused where the second is chosen. */
async function nameFallbacks(page: Page): Promise<void> {
  await page.goto('/set-up/fallbacks');
  await page.getByLabel('第一位').selectOption({ label: '周敏' });
  await page.getByLabel('第二位').selectOption({ label: '陈静' });
  await page.getByRole('button', { name: '定下这两位' }).click();
  await expect(page.getByText(/单位有上下级关系/).first()).toBeVisible();
  await page.getByLabel('第二位').selectOption({ label: '赵立民' });
  await page.getByRole('button', { name: '定下这两位' }).click();
  await expect(page).toHaveURL(/set-up\/trial/);
}

/** Dispatched, accepted, contacted and answered by the people just added. */
async function handle(caseNumber: string, dispatcher: Page, cadre: Page): Promise<void> {
  await step(dispatcher, caseNumber, 'dispatch', (page) => to(page, '东湖街道'), '派单');
  await step(cadre, caseNumber, 'accept', async () => {}, '签收');
  await step(
    cadre,
    caseNumber,
    'contact',
    async (page) => {
      await page.getByRole('radio', { name: '打电话' }).check();
      await page.getByLabel('说了什么').fill('约好下午来换灯');
    },
    '记下这次联系',
  );
  await step(
    cadre,
    caseNumber,
    'resolve',
    async (page) => {
      await page.getByRole('radio', { name: /^办好了(?!一部分)/ }).check();
      await page.getByLabel('给居民的答复').fill('灯换好了。');
    },
    '发出答复',
  );
}

/**
 * The supervisors' page as a person reads it, but for the minute it was read at and for the
 * worker having counted everything again meanwhile and found it right, which it does at an hour of
 * its own. A recount that found something wrong stays and is a difference.
 */
async function figures(page: Page): Promise<string> {
  await page.goto('/supervision');
  const main = await page.locator('main').innerText();
  return main
    .replace(/\s+/g, ' ')
    .replace(/现在 \S+ \S+ [\d:]+。/, '')
    .replace(/ 全部数字已从日志重算（[^）]+），没有对不上的。/, '');
}

test('from nothing to the first closed appeal', async ({ browser }) => {
  const resident = await come(browser, false);
  await resident.goto('/file');
  await expect(resident.getByRole('heading', { name: '这里还没有开通' })).toBeVisible();

  const admin = await come(browser);
  await takeUp(admin, server.link, '吴凯');
  await expect(admin).toHaveTitle(/本单位/);
  await isSound(admin, 'organisation');
  await toPeople(admin);
  await isSound(admin, 'people');
  const links = new Map<string, string>();
  for (const it of people) links.set(it.login, await add(admin, it));
  await expect(admin.getByText('四种角色都有人了')).toBeVisible();
  await admin.goto('/set-up/fallbacks');
  await isSound(admin, 'fallbacks');
  await nameFallbacks(admin);
  const open = async (login: string) => {
    const page = await come(browser);
    await takeUp(page, links.get(login) ?? '', people.find((it) => it.login === login)?.name ?? '');
    return page;
  };
  const [dispatcher, cadre, supervisor] = await Promise.all([
    open('chenjing'),
    open('zhaolimin'),
    open('zhoumin'),
  ]);
  // A link opens once.
  await resident.goto(links.get('chenjing') ?? '');
  await expect(resident.getByText('这个链接已经不能用了')).toBeVisible();

  const nothing = await figures(supervisor);
  await admin.goto('/set-up/trial');
  await admin.getByRole('button', { name: '登记一件试运行的诉求' }).click();
  await expect(admin).toHaveURL(/done=trial/);
  const trial = (await admin.locator('a[href^="/follow/"]').first().getAttribute('href')) ?? '';
  await handle(trial.slice('/follow/'.length), dispatcher, cadre);
  await expect(cadre.getByText('试运行', { exact: true }).first()).toBeVisible();
  await admin.goto(trial);
  await expect(admin.getByText('试运行', { exact: true })).toBeVisible();
  await judge(admin, '解决了');
  expect(await figures(supervisor)).toBe(nothing);

  await admin.goto('/set-up');
  await admin.getByRole('button', { name: '开通' }).click();
  await expect(admin.getByRole('heading', { name: /第一天/ })).toBeVisible();
  await isSound(admin, 'day one');

  const { caseNumber } = await file(resident, { what: '路灯坏了三天', place: '东湖路 3 号' });
  await handle(caseNumber, dispatcher, cadre);
  await resident.goto(`/follow/${caseNumber}`);
  await judge(resident, '解决了');
  await expect(resident.getByText('评价收到了').first()).toBeVisible();
  await expect(resident.getByText('试运行')).toHaveCount(0);
  const after = await figures(supervisor);
  expect(after).not.toBe(nothing);
  expect(after).toMatch(/1 人 ÷ 回答 1 人/);
});

test('set up without any JavaScript', async ({ browser }) => {
  const admin = await come(browser, false);
  await takeUp(admin, server.link, '吴凯');
  await toPeople(admin);
  for (const it of people) await add(admin, it);
  await nameFallbacks(admin);
  await admin.goto('/set-up/finish');
  await admin.getByRole('button', { name: '开通' }).click();
  await expect(admin.getByRole('heading', { name: /第一天/ })).toBeVisible();
  const resident = await come(browser, false);
  const { caseNumber } = await file(resident, { what: '井盖松了', place: '东湖路 5 号' });
  expect(caseNumber).toMatch(/^\d{12}$/);
});

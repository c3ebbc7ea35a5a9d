import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, isSound, staff, step, tell, test, visitor } from './county';

/** A resident complains about an office: nobody there can find it, and somebody else handles it. */

/** Pages of staff by their place in the program, with everything an address may name filled in. */
function pagesFor(caseNumber: string): string[] {
  const known: Record<string, string> = {
    '[caseNumber]': caseNumber,
    '[verb]': 'annotate',
    '[voiceId]': '00000000-0000-4000-8000-000000000000',
    '[id]': '00000000-0000-4000-8000-000000000000',
    '[roundId]': '00000000-0000-4000-8000-000000000000',
    '[laterId]': '00000000-0000-4000-8000-000000000000',
  };
  const folders = ['app/(desk)', 'app/(supervision)'];
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((it) => it.endsWith('page.tsx'))
      .map((it) => {
        const parts = it.split('/').slice(0, -1);
        const unknown = parts.filter((part) => part.startsWith('[') && !known[part]);
        if (unknown.length > 0) throw new Error(`${it}: what stands for ${unknown.join()}?`);
        return `/${parts.map((part) => known[part] ?? part).join('/')}`;
      }),
  );
}

async function complain(page: Page, unit: string, what: string): Promise<string> {
  const about = { unit, who: '戴眼镜的男同志', phone: '13912349999' };
  await tell(page, { what, place: '便民大厅', ...about });
  await expect(page).toHaveURL(/\/follow\/\d+\/receipt/);
  return /follow\/(\d+)\//.exec(page.url())?.[1] ?? '';
}

/** Not a word of it on any page of theirs, and the pages of the case are those of a number nobody has. */
async function knowsNothing(page: Page, caseNumber: string, what: string): Promise<void> {
  const searches = [`/desk/search?words=${caseNumber}`, `/desk/search?words=${what.slice(0, 6)}`];
  for (const path of [...pagesFor(caseNumber), ...searches, '/desk?list=all', '/desk?desk=below']) {
    const answer = await page.goto(path);
    const told = await page.content();
    expect(told, path).not.toContain(what);
    if (!path.includes(caseNumber)) continue;
    if (path.startsWith('/appeals/')) expect(answer?.status(), path).toBe(404);
  }
  for (const path of ['', '/print', '/slip', '/annotate']) {
    const theirs = await page.request.get(`/appeals/${caseNumber}${path}`);
    const nobodys = await page.request.get(`/appeals/209901010001${path}`);
    expect(theirs.status(), path).toBe(nobodys.status());
    const data = await page.request.get(`/appeals/${caseNumber}${path}`, { headers: { RSC: '1' } });
    expect(await data.text(), path).not.toContain(what);
  }
  const presence = await page.evaluate(async (number) => {
    const body = JSON.stringify({ caseNumber: number, step: null, gone: false });
    return (await fetch('/api/presence', { method: 'POST', body })).status;
  }, caseNumber);
  expect(presence).toBe(404);
}

test('a complaint about a street: its people cannot find it, another office handles it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const resident = await visitor(browser, { javaScriptEnabled: false });
  const what = '窗口的人把我的材料扔在地上';
  const caseNumber = await complain(resident.page, '柳湾街道', what);
  await resident.page.goto(`/follow/${caseNumber}`);
  await expect(resident.page.getByText('这件事不给柳湾街道看，也不由他们办。')).toBeVisible();

  // The unit is offered, since the list says nothing about anybody, and refused at its field.
  const dispatcher = await staff(browser, 'chenjing');
  await dispatcher.page.goto(`/appeals/${caseNumber}/dispatch`);
  await dispatcher.page.getByLabel('交给哪个单位').selectOption({ label: '柳湾街道' });
  await dispatcher.page.getByRole('button', { name: '派单' }).click();
  await expect(dispatcher.page.getByText('这件事不能交给它，请另选一个').first()).toBeVisible();
  await dispatcher.page.goto(`/appeals/${caseNumber}/recuse`);
  await isSound(dispatcher.page, 'recuse');

  for (const login of ['wangxiulan', 'zhaolimin']) {
    const { page, close } = await staff(browser, login);
    await knowsNothing(page, caseNumber, what);
    await close();
  }
});

test('a complaint about the hotline: no dispatcher finds it, the fallback handles it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const resident = await visitor(browser);
  const what = '接电话的人没听完就挂断了';
  const caseNumber = await complain(resident.page, '县接诉即办中心', what);
  for (const login of ['chenjing', 'sunyue']) {
    const { page, close } = await staff(browser, login);
    await knowsNothing(page, caseNumber, what);
    await close();
  }

  const { page } = await staff(browser, 'zhoumin');
  await page.goto('/desk/notices');
  await expect(page.getByText('有一件别人都要回避的诉求，请您接手').first()).toBeVisible();
  await page.goto('/desk?desk=entrusted');
  await expect(page.getByText(what.slice(0, 8)).first()).toBeVisible();
  await isSound(page, 'entrusted');
  const sent = async (form: Page) => {
    const choice = form.getByLabel('交给哪个单位');
    const value = await choice.locator('option', { hasText: '县督查室' }).getAttribute('value');
    await choice.selectOption(value ?? '');
  };
  await step(page, caseNumber, 'dispatch', sent, '派单');
  await step(page, caseNumber, 'accept', async () => {}, '签收');
  await step(
    page,
    caseNumber,
    'contact',
    async (form) => {
      await form.getByRole('radio', { name: '打电话' }).check();
      await form.getByLabel('说了什么').fill('听居民讲了经过');
    },
    '记下这次联系',
  );
  await step(
    page,
    caseNumber,
    'resolve',
    async (form) => {
      await form.getByRole('radio', { name: /^办好了(?!一部分)/ }).check();
      await form.getByLabel('给居民的答复').fill('听了录音，您说的属实，已向您道歉。');
    },
    '发出答复',
  );
  await resident.page.goto(`/follow/${caseNumber}`);
  await expect(resident.page.getByText('听了录音，您说的属实').first()).toBeVisible();

  // And if both are named as well: the resident is told where to turn.
  for (const unit of ['县督查室', '城关镇']) {
    await resident.page.goto(`/follow/${caseNumber}/recuse`);
    const choice = resident.page.getByLabel('哪个单位');
    const value = await choice.locator('option', { hasText: unit }).getAttribute('value');
    await choice.selectOption(value ?? '');
    await resident.page.getByLabel('为什么').fill('他们是一伙的');
    await resident.page.getByRole('button', { name: '要求他们回避' }).click();
    await expect(resident.page).toHaveURL(/done=recuse/);
  }
  await expect(resident.page.getByText('本地能办的人都要回避了')).toBeVisible();
  await isSound(resident.page, 'nobody left');
  const gone = await page.goto(`/appeals/${caseNumber}`);
  expect(gone?.status()).toBe(404);
});

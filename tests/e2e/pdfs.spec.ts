import type { Page } from '@playwright/test';
import { pdf } from '../support/pdf-files';
import { fromTelephone } from '../support/photo-files';
import {
  expect,
  fits,
  isSound,
  sendAllTheSame,
  staff,
  step,
  test,
  to,
  toLastLook,
  visitor,
} from './county';

const contract = pdf({ trailer: '/Info << /Author (Li) >>' });
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

/** Chooses files; without scripts they are sent by a button. */
async function add(page: Page, scripts: boolean, ...files: ReturnType<typeof file>[]) {
  await page.getByLabel(/选照片或 PDF|再加一张/).setInputFiles(files);
  if (!scripts) await page.getByRole('button', { name: '加上', exact: true }).click();
}

/** Each link of the story saves a PDF, and opens no page. */
async function saved(page: Page, count: number): Promise<string[]> {
  const links = page.locator('.story-pdfs a');
  await expect(links).toHaveCount(count);
  await expect(links.first()).toHaveText('PDF，0.1 MB');
  const [download] = await Promise.all([page.waitForEvent('download'), links.first().click()]);
  expect(download.suggestedFilename()).toMatch(/^[\da-f]{8}\.pdf$/);
  const addresses = await links.evaluateAll((list) =>
    list.map((it) => (it as HTMLAnchorElement).href),
  );
  for (const it of addresses) {
    const answer = await page.request.get(it);
    const headers = answer.headers();
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(/^attachment; /);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
    expect((await answer.body()).equals(contract)).toBe(true);
  }
  return addresses;
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`filed with a PDF, added to, noted with one; it is saved and not shown (${how})`, async ({
    browser,
  }) => {
    const resident = await visitor(browser, { javaScriptEnabled });
    const { page } = resident;
    const place = javaScriptEnabled ? '望江路 31 号' : '望江路 33 号';
    await toLastLook(page, { what: '合同写明包暖气，房东不认', place });
    await page.goto('/file/more');
    await expect(page.getByText(/PDF 原样存下，里面写着的姓名/)).toBeVisible();
    // What is not taken says why, and what else can be done.
    const wrong = [
      [pdf({ trailer: '/Encrypt 4 0 R' }), /加了密码或限制/],
      [pdf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }), /带有会运行的脚本/],
      [contract.subarray(0, 200), /不完整或者打不开/],
    ] as const;
    for (const [bytes, words] of wrong) {
      await add(page, javaScriptEnabled, file('坏.pdf', bytes));
      await expect(page.getByText(words)).toBeVisible();
    }
    await add(page, javaScriptEnabled, file('合同.pdf', contract), file('收据.pdf', contract));
    await expect(page.locator('.held-pdfs li')).toHaveCount(2);
    const picture = { ...file('门.jpg', await fromTelephone(300, 200)), mimeType: 'image/jpeg' };
    await add(page, javaScriptEnabled, picture);
    await expect(page.locator('.held img')).toHaveCount(1);
    await expect(page.locator('.held img')).toHaveAttribute('alt', '照片 1，共 1 张');
    if (javaScriptEnabled) {
      await isSound(page, 'PDFs');
      await page.setViewportSize({ width: 360, height: 800 });
      await fits(page, 'PDFs');
    }
    await page.getByRole('button', { name: /去掉.*PDF 1/ }).click();
    await expect(page.locator('.held-pdfs li')).toHaveCount(1);
    await page.goto('/file/check');
    await expect(page.getByText('照片：1 张')).toBeVisible();
    await expect(page.getByText('PDF：1 份')).toBeVisible();
    await page.getByRole('button', { name: '交上去' }).click();
    await sendAllTheSame(page, '都不是，照样交上去', page.getByRole('heading', { name: /收到/ }));
    await expect(page).toHaveURL(/\/follow\/\d+\/receipt/);
    const caseNumber = /follow\/(\d+)\//.exec(page.url())?.[1] ?? '';
    await page.goto(`/follow/${caseNumber}/supplement`);
    await add(page, javaScriptEnabled, file('收据.pdf', contract));
    await expect(page.locator('.held-pdfs li')).toHaveCount(1);
    await page.getByRole('textbox').fill('收据也在。');
    await page.locator('main form').last().getByRole('button').last().click();
    await expect(page).toHaveURL(/done=supplement/);
    const own = await saved(page, 2);

    const desk = await staff(browser, 'chenjing');
    await step(desk.page, caseNumber, 'dispatch', (it) => to(it, '柳湾街道'), '派单');
    const cadre = await staff(browser, 'zhaolimin', { javaScriptEnabled });
    await step(cadre.page, caseNumber, 'accept', async () => {}, '签收');
    const note = async (it: Page) => {
      await add(it, javaScriptEnabled, file('笔录.pdf', contract));
      await expect(it.locator('.held-pdfs li')).toHaveCount(1);
      await it.getByRole('textbox').last().fill('房东的笔录。');
    };
    await step(cadre.page, caseNumber, 'annotate', note, '记下备注');
    const noted = await saved(cadre.page, 3);
    if (javaScriptEnabled) await isSound(cadre.page, 'case with PDFs');
    await desk.close();

    // What was noted inside is not the resident's; a stranger and a colleague elsewhere have none of it.
    await page.goto(`/follow/${caseNumber}`);
    await saved(page, 2);
    const inside = noted.filter((it) => !own.some((its) => its.slice(-36) === it.slice(-36)));
    expect(inside).toHaveLength(1);
    for (const it of inside) {
      const theirs = it.replace('/appeals/', '/follow/');
      expect((await page.request.get(theirs)).status()).toBe(404);
    }
    const stranger = await visitor(browser);
    const other = await staff(browser, 'maqiang');
    for (const address of [...own, ...noted]) {
      for (const it of [stranger.page, other.page]) {
        expect((await it.request.get(address)).status()).toBe(404);
      }
    }
    for (const it of [resident, cadre, stranger, other]) await it.close();
  });
}

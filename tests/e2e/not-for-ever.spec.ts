import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pdf } from '../support/pdf-files';
import { fromTelephone } from '../support/photo-files';
import { expect, fits, isSound, staff, test, toLastLook, visitor } from './county';

/** Large pictures and PDFs go a year after their case was closed, and its page says so to everybody who reads it. */

const closedFor = (caseNumber: string, days: number) =>
  promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/e2e/age-closed.ts', caseNumber, String(days)],
    { env: { ...process.env, HUIYIN_DATA: process.env.HUIYIN_TEST_DATA ?? '.data' } },
  );

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`what is large is gone after a year, and the page says when (${how})`, async ({
    browser,
  }) => {
    const { page } = await visitor(browser, { javaScriptEnabled });
    await page.setViewportSize({ width: 360, height: 800 });
    const place = `望江路 ${javaScriptEnabled ? 41 : 43} 号`;
    await toLastLook(page, { what: '雨棚的一角掉下来了', place });
    await page.goto('/file/more');
    const add = page.getByLabel(/选照片或 PDF|再加一张/);
    await add.setInputFiles([
      { name: '一.jpg', mimeType: 'image/jpeg', buffer: await fromTelephone(900, 600) },
      { name: '二.pdf', mimeType: 'application/pdf', buffer: pdf() },
    ]);
    if (!javaScriptEnabled) await page.getByRole('button', { name: '加上', exact: true }).click();
    await expect(page.locator('.held img')).toHaveCount(1);
    await expect(page.locator('.held-pdfs li')).toHaveCount(1);
    await page.goto('/file/check');
    await page.getByRole('button', { name: '交上去' }).click();
    await expect(page).toHaveURL(/\/follow\/\d+\/receipt/);
    const caseNumber = /follow\/(\d+)\//.exec(page.url())?.[1] ?? '';

    await page.goto(`/follow/${caseNumber}/withdraw`);
    await page.getByRole('radio', { name: /没有/ }).check();
    await page.locator('main form').last().getByRole('button').last().click();
    await expect(page).toHaveURL(/done=withdraw/);

    // Not yet a year: everything is there.
    await closedFor(caseNumber, 364);
    await page.goto(`/follow/${caseNumber}`);
    await expect(page.locator('.story-photos a')).toHaveCount(1);
    const large = await page.locator('.story-photos a').getAttribute('href');
    const paper = await page.locator('.story-pdfs a').getAttribute('href');
    for (const it of [large, paper]) expect((await page.request.get(it ?? '')).status()).toBe(200);

    await closedFor(caseNumber, 366);
    const inside = await staff(browser, 'chenjing', { javaScriptEnabled });
    for (const reader of [page, inside.page]) {
      await reader.goto(reader === page ? `/follow/${caseNumber}` : `/appeals/${caseNumber}`);
      await expect(reader.getByText(/^大图已按规定在 .+ 删除$/)).toBeVisible();
      await expect(reader.getByText(/^PDF，.+：已按规定在 .+ 删除$/)).toBeVisible();
      // The small picture stays, and leads nowhere.
      const small = reader.locator('.story-photos img');
      await expect(small).toHaveCount(1);
      expect((await reader.request.get((await small.getAttribute('src')) ?? '')).status()).toBe(
        200,
      );
      await expect(reader.locator('.story-photos a, .story-pdfs a')).toHaveCount(0);
    }
    for (const it of [large, paper]) expect((await page.request.get(it ?? '')).status()).toBe(404);
    if (javaScriptEnabled) await isSound(page, 'a case whose large pictures are gone');
    await fits(page, 'a case whose large pictures are gone');
    await page.goto(`/language?to=en&back=/follow/${caseNumber}`);
    await expect(
      page.getByText(/^The large picture was deleted on .+ as laid down$/),
    ).toBeVisible();
  });
}

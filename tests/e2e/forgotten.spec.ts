import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, file, fits, isSound, staff, test, visitor } from './county';

/** Whoever asks sees and takes what is kept of them; and what is kept of them goes, when they ask and when it is time. */

const erasedAfter = (caseNumber: string, days: number) =>
  promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/e2e/age-erased.ts', caseNumber, String(days)],
    { env: { ...process.env, HUIYIN_DATA: process.env.HUIYIN_TEST_DATA ?? '.data' } },
  );

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts';

  test(`one's own data is read, taken and erased (${how})`, async ({ browser }) => {
    const { page } = await visitor(browser, { javaScriptEnabled });
    await page.setViewportSize({ width: 360, height: 800 });
    const phone = javaScriptEnabled ? '13800987611' : '13800987612';
    // A link may be in other hands.
    const masked = `138****${phone.slice(-4)}`;
    const place = `望山路 ${javaScriptEnabled ? 61 : 63} 号`;
    const what = javaScriptEnabled ? '阅报栏的玻璃裂了一条缝' : '花坛边上的石条松动了';
    const { caseNumber, link } = await file(page, { what, place, phone });

    await page.goto(`/follow/${caseNumber}`);
    await page.getByRole('link', { name: '我的数据' }).click();
    await expect(page.getByRole('heading', { name: '这里存了您的什么' })).toBeVisible();
    await expect(page.getByText(masked)).toBeVisible();
    if (javaScriptEnabled) await isSound(page, 'own data');
    await fits(page, 'own data');
    const taken = await page.request.get(`/follow/${caseNumber}/data/file`);
    expect(taken.headers()['content-disposition']).toContain('huiyin-my-data.json');
    const { cases } = await taken.json();
    expect(cases).toMatchObject([{ caseNumber, contact: { phone: masked }, telling: { place } }]);

    // While somebody works on it, it waits, and the page says so.
    await page.getByRole('link', { name: '清除我的联系方式' }).click();
    await expect(page.getByText('一了结就清除，不用再来')).toBeVisible();
    if (javaScriptEnabled) await isSound(page, 'asking for erasure');
    await page.getByRole('button', { name: '了结后清除' }).click();
    await expect(page).toHaveURL(/done=askErasure/);
    await expect(page.getByText(/还在办，要靠它联系您/)).toBeVisible();
    await page.goto(`/follow/${caseNumber}/data`);
    await expect(page.getByText(masked)).toBeVisible();

    await page.goto(`/follow/${caseNumber}/withdraw`);
    await page.getByRole('radio', { name: /没有/ }).check();
    await page.locator('main form').last().getByRole('button').last().click();
    await expect(page).toHaveURL(/done=withdraw/);
    await erasedAfter(caseNumber, 0);
    await page.goto(`/follow/${caseNumber}/data`);
    await expect(page.getByRole('heading', { name: '这里存了您的什么' })).toBeVisible();
    await expect(page.getByText(masked)).toHaveCount(0);
    await expect(page.getByText(/您自己取过一份/).first()).toBeVisible();

    // A year later nothing of them is kept, and what they kept says so.
    await erasedAfter(caseNumber, 366);
    for (const path of [`/follow/${caseNumber}`, link]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: /早已了结/ })).toBeVisible();
    }
    if (javaScriptEnabled) await isSound(page, 'an old link');
    await fits(page, 'an old link');
    const inside = await staff(browser, 'chenjing', { javaScriptEnabled });
    await inside.page.goto(`/appeals/${caseNumber}`);
    await expect(inside.page.getByText(/没有人能再联系上居民/)).toBeVisible();
    await expect(inside.page.getByRole('heading', { level: 1 })).toContainText(what);

    // Five years later only figures are left, and the page of staff says so.
    await erasedAfter(caseNumber, 1_900);
    await inside.page.goto(`/appeals/${caseNumber}`);
    await expect(inside.page.getByRole('heading', { name: '字句已清除的一件' })).toBeVisible();
    await expect(inside.page.getByText(/起按规定只留下数目/)).toBeVisible();
    await expect(inside.page.getByText(what)).toHaveCount(0);
    await expect(inside.page.getByText(place)).toHaveCount(0);
    if (javaScriptEnabled) await isSound(inside.page, 'a case without its words');
  });
}

import { expect, file, test } from './county';

test('everybody reads the roots and takes them along; the proof is for whoever follows the case', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/open');
  await page.getByRole('link', { name: /封存记录/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('办过的每一步，都封存起来');
  await expect(page.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible();
  const roots = await (await context.request.get('/open/seals/file')).text();
  const [first, key, seal] = roots.split('\n');
  expect(first).toBe('{"roots":{"format":1}}');
  expect([key, seal]).toEqual([
    expect.stringMatching(/^\{"key":/),
    expect.stringMatching(/^\{"seal":/),
  ]);

  const { caseNumber } = await file(page, { what: '门禁坏了', place: '东街 12 号' });
  await page.goto(`/follow/${caseNumber}`);
  await page.getByRole('link', { name: /封存凭据/ }).click();
  await expect(page.getByText(/还有 \d+ 步没封存/)).toBeVisible();
  const answer = await context.request.get(`/follow/${caseNumber}/proof/file`);
  expect((await answer.json()).proof).toMatchObject({ stretches: [], days: [] });
  const stranger = await browser.newContext();
  expect((await stranger.request.get(`/follow/${caseNumber}/proof/file`)).status()).toBe(404);
  await Promise.all([context.close(), stranger.close()]);
});

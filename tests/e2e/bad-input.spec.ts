// ASVS 5.0: 1.2.1, 2.2.1
import { expect, file, staff, test, toLastLook, visitor } from './county';

/** Whatever is typed: a message at the field, what was typed is kept, never a fault of ours. */
const nasty: [string, string][] = [
  ['nothing', ''],
  ['white space', ' \n\t '],
  ['NUL', '暖气\u0000不热'],
  ['a lone surrogate', '暖气\ud800不热'],
  ['right-to-left marks', '暖气\u202e不热\u2066'],
  ['too long', '很'.repeat(6_000)],
];

const harmless: [string, string][] = [
  ['characters of four bytes', '𠮷野家门口的👨‍👩‍👧路灯𪚥坏了'],
  ['markup', '<script>alert(1)</script><b onmouseover=x>粗</b>'],
  ['quotes and SQL', `'; DROP TABLE "Appeal"; --`],
  ['combining marks', `n${'\u0301'.repeat(200)}`],
];

for (const [name, text] of nasty) {
  test(`filing with ${name} is refused at the field`, async ({ browser }) => {
    const { page, close } = await visitor(browser, { javaScriptEnabled: false });
    await page.goto('/file');
    await page.getByLabel('发生了什么事？').evaluate((area, value) => {
      (area as HTMLTextAreaElement).value = value;
    }, text);
    const [answer] = await Promise.all([
      page.waitForResponse((it) => it.request().method() === 'POST'),
      page.getByRole('button', { name: '下一步：在哪里' }).click(),
    ]);
    expect(answer.status()).toBeLessThan(500);
    await expect(page.getByLabel('发生了什么事？')).toHaveAttribute('aria-invalid', 'true');
    await close();
  });
}

for (const [name, text] of harmless) {
  test(`filing with ${name} comes back as it was written`, async ({ browser }) => {
    const { page, close } = await visitor(browser, { javaScriptEnabled: false });
    const { caseNumber } = await file(page, { what: text, place: '安康里小区' });
    await page.goto(`/follow/${caseNumber}`);
    await expect(page.getByText(text.normalize('NFC')).first()).toBeVisible();
    await close();
  });
}

test('the same form sent twice is one appeal', async ({ browser }) => {
  const { page, close } = await visitor(browser, { javaScriptEnabled: false });
  await toLastLook(page, { what: '喷泉池的瓷砖掉了几块，扎脚', place: '锦绣广场喷泉池' });
  const form = await page
    .locator('main form')
    .evaluate((it) =>
      [...new FormData(it as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
    );
  const send = () =>
    page.request.post('/file/check', { multipart: Object.fromEntries(form), maxRedirects: 0 });
  const answers = await Promise.all([send(), send(), send()]);
  const receipts = new Set(answers.map((it) => it.headers().location));
  expect([...receipts]).toEqual([expect.stringMatching(/\/follow\/\d+\/receipt$/)]);
  await close();
});

for (const [name, text] of [...nasty, ...harmless]) {
  test(`signing in and looking up with ${name} is answered in words`, async ({ browser }) => {
    const { page, close } = await visitor(browser, { javaScriptEnabled: false });
    const forms: [string, string, string, string][] = [
      ['/sign-in', '用户名', '登录', 'main'],
      ['/track', '编号', '查一下', 'main'],
    ];
    for (const [path, label, button, where] of forms) {
      await page.goto(path);
      await page.getByLabel(label, { exact: true }).evaluate((input, value) => {
        (input as HTMLInputElement).value = value;
      }, text);
      const [answer] = await Promise.all([
        page.waitForResponse((it) => it.request().method() === 'POST'),
        page.getByRole('button', { name: button }).click(),
      ]);
      expect(answer.status(), path).toBeLessThan(500);
      await expect(
        page.locator(where).getByRole('alert').or(page.locator('[aria-invalid=true]')).first(),
      ).toBeVisible();
    }
    await close();
  });
}

test('addresses made up by hand are answered calmly', async ({ browser }) => {
  const { page, close } = await staff(browser, 'chenjing');
  const paths = [
    '/appeals/1',
    '/appeals/99999999999999/dispatch',
    '/appeals/%00/dispatch',
    '/appeals/202611200001/toString',
    '/appeals/202611200001/file',
    '/desk?after=nonsense&list=%F0%9F%92%A9',
    '/desk/search?words=%27%3B--&status=nothing&unit=x&category=%00&after=%22',
    '/supervision?from=2026-02-30&to=x&unit=%27',
    '/supervision/cases?measure=toString&answer=x',
    '/follow/%E0%A4%A',
    '/v/..%2f..%2fetc',
    '/language?to=xx&back=//evil.example',
  ];
  for (const path of paths) {
    const answer = await page.goto(path).catch(() => null);
    if (answer) expect(answer.status(), path).toBeLessThan(500);
  }
  await close();
});

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with' : 'without';
  test(`what was chosen among many is kept where a form is refused, ${way} JavaScript`, async ({
    browser,
  }) => {
    const resident = await visitor(browser, { javaScriptEnabled: false });
    const told = { what: '小广场的长椅断了一条腿', place: '锦绣广场东侧' };
    const { caseNumber } = await file(resident.page, told);
    await resident.close();
    const { page, close } = await staff(browser, 'chenjing', { javaScriptEnabled });
    await page.goto(`/appeals/${caseNumber}/dispatch`);
    const unit = page.getByLabel('交给哪个单位');
    const helper = page.getByLabel('协办单位');
    await expect(unit).toHaveValue('');
    await unit.selectOption({ label: '柳湾街道' });
    const chosen = await unit.inputValue();
    await page.getByLabel('给单位的说明').evaluate((area) => {
      (area as HTMLTextAreaElement).value = '很'.repeat(6_000);
    });
    await page.getByRole('button', { name: '派单', exact: true }).click();
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(1);
    await expect(unit).toHaveValue(chosen);
    await expect(helper).toHaveValue('');
    await page.getByLabel('给单位的说明').fill('请尽快看看');
    await page.getByLabel('为什么给这个单位').fill('长椅在街道的广场上');
    await page.getByRole('button', { name: '派单', exact: true }).click();
    await page.waitForURL(/done=dispatch/);
    await close();
  });
}

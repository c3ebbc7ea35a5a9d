import { type MailServer, mailServer } from '@/tests/support/mail-server';
import { expect, isSound, sendAllTheSame, tell, test, visitor } from './county';

/** The mail server the site writes to: up while these stories run. */
let mail: MailServer;

test.beforeAll(async () => {
  mail = await mailServer(Number(process.env.HUIYIN_TEST_MAIL_PORT ?? 2525));
});

test.afterAll(() => mail.close());

const lettersTo = (address: string) => mail.taken.filter((it) => it.to.includes(address));

/** The letter to an address that says something, as soon as it is there. */
async function letter(address: string, saying: RegExp): Promise<{ text: string; found: string }> {
  const found = () =>
    lettersTo(address)
      .map(({ text }) => ({ text, found: saying.exec(text)?.[1] }))
      .findLast((it) => it.found !== undefined);
  await expect.poll(() => found()?.found, { timeout: 90_000 }).toBeTruthy();
  return found() as { text: string; found: string };
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`a lost link: a code to the address that was left brings the case back, ${how} scripts`, async ({
    browser,
    request,
  }) => {
    const address = `${how}@example.com`;
    const what = javaScriptEnabled ? '书报亭的门锁不上' : '候车亭的顶棚漏雨';
    const first = await visitor(browser, { javaScriptEnabled });
    await tell(first.page, { what, place: '南街 3 号', email: address });
    const received = first.page.getByRole('heading', { name: /收到/ });
    await sendAllTheSame(first.page, '都不是，照样交上去', received);
    await expect(first.page).toHaveURL(/\/follow\/\d+\/receipt/);
    await first.close();

    const receipt = await letter(address, /(\/v\/[\w-]{44})/);
    expect(receipt.text).not.toContain(what);
    const { page, close } = await visitor(browser, { javaScriptEnabled });
    await page.goto('/v/nothing-of-the-kind');
    await page.getByRole('link', { name: /找回所有诉求/ }).click();
    if (javaScriptEnabled) await isSound(page, '/mine');
    await page.getByLabel('邮箱').fill('not an address');
    await page.getByRole('button', { name: '发验证码' }).click();
    await expect(page.getByText(/name@example/).first()).toBeVisible();
    await page.getByLabel('邮箱').fill(address);
    await page.getByRole('button', { name: '发验证码' }).click();
    await expect(page.getByRole('heading', { name: '请填收到的验证码' })).toBeVisible();
    if (javaScriptEnabled) await isSound(page, '/mine/code');

    const { found: code } = await letter(address, /验证码是 (\d{6})/);
    await page.getByLabel('验证码').fill(code === '123456' ? '654321' : '123456');
    await page.getByRole('button', { name: '看我的诉求' }).click();
    await expect(page.getByText(/验证码不对/).first()).toBeVisible();
    await page.getByLabel('验证码').fill(code);
    await page.getByRole('button', { name: '看我的诉求' }).click();
    await expect(page.getByRole('heading', { name: '我的诉求' })).toBeVisible();
    if (javaScriptEnabled) {
      await page.setViewportSize({ width: 360, height: 800 });
      await isSound(page, '/mine, opened');
    }
    await page.getByRole('link', { name: what }).click();
    await expect(page).toHaveURL(/\/follow\/\d+$/);
    await expect(page.getByRole('heading', { name: '怎样通知您' })).toBeVisible();

    const { found: stop } = await letter(address, /(\/stop\/[\w-]{44})/);
    for (let nth = 0; nth < 20; nth += 1) expect((await request.get(stop)).ok()).toBe(true);
    await page.reload();
    await expect(page.getByRole('radio', { name: '发邮件给我' })).toBeChecked();
    const oneClick = { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 };
    expect((await request.post(stop, oneClick)).status()).toBe(200);
    await page.reload();
    await expect(page.getByRole('radio', { name: /不用通知/ })).toBeChecked();
    await page.getByRole('radio', { name: '发邮件给我' }).check();
    await page.getByRole('button', { name: '就这样通知' }).click();
    await expect(page.getByText('已经改好了')).toBeVisible();
    await page.goto(stop);
    if (javaScriptEnabled) await isSound(page, '/stop');
    await page.getByRole('button', { name: '不再收邮件' }).click();
    await expect(page.getByRole('heading', { name: '不再给您发邮件了' })).toBeVisible();

    await page.goto('/mine');
    await page.getByRole('button', { name: '关上这个清单' }).click();
    await expect(page.getByLabel('邮箱')).toBeVisible();
    await page.getByLabel('邮箱').fill('nobody-of-the-kind@example.com');
    await page.getByRole('button', { name: '发验证码' }).click();
    await expect(page.getByRole('heading', { name: '请填收到的验证码' })).toBeVisible();
    expect(lettersTo('nobody-of-the-kind@example.com')).toEqual([]);
    await close();
  });
}

import type { Browser, Page } from '@playwright/test';
import { expect, isSound, staff, test, visitor } from './county';

/**
 * A browser without a head has no maker's service to hear by: what it hears, or what goes wrong, is played in the
 * page alone, as the browser would tell it.
 */
async function speaker(browser: Browser, options: { locale?: string; none?: boolean } = {}) {
  const { none, ...rest } = options;
  const who = await visitor(browser, rest);
  await who.page.setViewportSize({ width: 360, height: 800 });
  await who.page.addInitScript((absent) => {
    Reflect.deleteProperty(window, 'webkitSpeechRecognition');
    Reflect.deleteProperty(window, 'SpeechRecognition');
    if (absent) return;
    class Played extends EventTarget {
      lang = '';
      start() {
        Reflect.set(window, 'played', this);
      }
      stop() {
        this.dispatchEvent(new Event('end'));
      }
      abort() {}
    }
    Reflect.set(window, 'webkitSpeechRecognition', Played);
  }, none ?? false);
  return who;
}

/** What the browser tells the page last asked to listen; answers the language it listens for. */
const tell = (page: Page, told: { text?: string; error?: string }): Promise<string> =>
  page.evaluate(({ text, error }) => {
    const played = Reflect.get(window, 'played') as EventTarget & { lang: string };
    const results = [Object.assign([{ transcript: text }], { isFinal: true })];
    if (text) {
      played.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results }));
    }
    if (error) played.dispatchEvent(Object.assign(new Event('error'), { error }));
    played.dispatchEvent(new Event('end'));
    return played.lang;
  }, told);

const heard = (page: Page) => page.evaluate(() => Reflect.get(window, 'played') !== undefined);

const policyOf = async (page: Page, path: string) =>
  (await page.request.get(path)).headers()['permissions-policy'];

/** The texts of the scripts the filing page takes. */
async function scripts(page: Page): Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') bodies.push(answer.text().catch(() => ''));
  });
  await page.goto('/file', { waitUntil: 'networkidle' });
  page.removeAllListeners('response');
  return (await Promise.all(bodies)).join('\n');
}

/** Presses what administration is offered. */
async function press(browser: Browser, button: string, then: string) {
  const { page, close } = await staff(browser, 'wukai', { javaScriptEnabled: false });
  await page.goto('/admin/settings');
  await expect(page.getByText(/浏览器会把居民的声音送给浏览器的厂家/)).toBeVisible();
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText(then).first()).toBeVisible();
  await close();
}

const speak = (page: Page) => page.getByRole('button', { name: '说出来' });

test('what a resident says is written down once administration allows it and the resident agrees', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { page, close } = await speaker(browser);
  const before = await scripts(page);
  expect(before.length, 'scripts were read').toBeGreaterThan(10_000);
  expect(before).not.toContain('webkitSpeechRecognition');
  await expect(speak(page)).toHaveCount(0);
  expect(await policyOf(page, '/file')).toContain('microphone=()');

  await press(browser, '允许口述', '已经允许口述');
  await expect.poll(() => policyOf(page, '/file')).toContain('microphone=(self)');
  for (const path of ['/', '/track', '/sign-in', '/file/offline', '/fileless']) {
    expect(await policyOf(page, path), path).toContain('microphone=()');
  }
  expect(await scripts(page), 'negative control: now it is there').toContain(
    'webkitSpeechRecognition',
  );
  // From the front page the browser opens the filing page anew: only so may it use the microphone.
  await page.goto('/');
  await page.getByRole('link', { name: '说一件事' }).first().click();
  await expect(page).toHaveURL(/\/file$/);

  const area = page.getByLabel('发生了什么事？');
  await area.fill('楼道的灯坏了。');
  await speak(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/会把您的声音送给它的厂家/)).toBeVisible();
  expect(await heard(page), 'not before they agreed').toBe(false);
  await isSound(page, 'asking');
  await page.getByRole('button', { name: '不用，我打字' }).click();
  await expect(speak(page)).toBeFocused();
  expect(await heard(page)).toBe(false);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '同意，开始说' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '停下' })).toBeFocused();
  const status = page.getByRole('status').filter({ hasText: /./ });
  await expect(status.filter({ hasText: '正在听' })).toBeVisible();
  await isSound(page, 'listening');
  expect(await tell(page, { text: '已经三天了。' })).toBe('zh-CN');
  await expect(area).toHaveValue('楼道的灯坏了。已经三天了。');
  await expect(status.filter({ hasText: '写上了' })).toBeVisible();

  // Where the cursor stands, and without being asked again.
  await area.evaluate((it: HTMLTextAreaElement) => it.setSelectionRange(0, 0));
  await speak(page).click();
  const kept = page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/file/kept') &&
      (answer.request().postData() ?? '').includes('三单元，楼道的灯坏了。已经三天了。'),
  );
  await tell(page, { text: '三单元，' });
  await expect(area).toHaveValue('三单元，楼道的灯坏了。已经三天了。');
  expect((await kept).ok(), 'the draft took it').toBe(true);
  await page.reload();
  await expect(area).toHaveValue('三单元，楼道的灯坏了。已经三天了。');

  await speak(page).click();
  await page.getByRole('button', { name: '停下' }).click();
  await expect(status.filter({ hasText: '停下了' })).toBeVisible();
  for (const [error, words] of [
    ['not-allowed', '请在浏览器的设置里准许'],
    ['audio-capture', '没有找到麦克风'],
    ['network', '连不上'],
    ['no-speech', '没有听到话'],
    ['something-new', '没有成'],
  ] as const) {
    await speak(page).click();
    await tell(page, { error });
    await expect(status.filter({ hasText: words }), error).toBeVisible();
  }
  await expect(area).toHaveValue('三单元，楼道的灯坏了。已经三天了。');
  await isSound(page, 'after errors');

  await page.goto('/large?to=24&back=/file');
  await expect(page.locator('body')).toHaveClass('large');
  await speak(page).click();
  await tell(page, { text: '老人看不见路。' });
  await expect(area).toHaveValue('三单元，楼道的灯坏了。已经三天了。老人看不见路。');
  await isSound(page, 'large');
  await close();

  const english = await speaker(browser, { locale: 'en-GB' });
  await english.page.goto('/file');
  await english.page.getByRole('button', { name: 'Speak' }).click();
  await expect(english.page.getByText(/sends your voice to its maker/)).toBeVisible();
  await isSound(english.page, 'English');
  await english.page.getByRole('button', { name: 'I agree, start' }).click();
  expect(await tell(english.page, { text: 'The lamp is broken.' })).toBe('en');
  await english.page.getByRole('button', { name: 'Speak' }).click();
  await tell(english.page, { text: 'Since Monday.' });
  await expect(english.page.locator('textarea[name=what]')).toHaveValue(
    'The lamp is broken. Since Monday.',
  );
  await english.close();

  const old = await speaker(browser, { none: true });
  await old.page.goto('/file', { waitUntil: 'networkidle' });
  await expect(old.page.getByLabel('发生了什么事？')).toBeVisible();
  await expect(speak(old.page)).toHaveCount(0);

  // A page gone on to within the site keeps what the first was allowed: the way is to open it anew.
  const within = await speaker(browser);
  await within.page.goto('/answers');
  await within.page.getByRole('link', { name: '没有我要的，我要登记' }).click();
  await expect(within.page).toHaveURL(/\/file$/);
  await within.page.getByRole('link', { name: /请重新打开这一页/ }).click();
  await expect(speak(within.page)).toBeVisible();
  await within.close();

  const admin = await staff(browser, 'wukai');
  await admin.page.setViewportSize({ width: 360, height: 800 });
  await admin.page.goto('/admin/settings');
  await isSound(admin.page, 'settings');
  await admin.close();
  await press(browser, '停用口述', '已经停用口述');
  await expect.poll(() => policyOf(old.page, '/file')).toContain('microphone=()');
  await old.close();
});

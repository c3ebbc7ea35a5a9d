import type { Browser, Page } from '@playwright/test';
import { type PushServer, pushServer } from '@/tests/support/push-server';
import { expect, file, isSound, staff, step, test, to, visitor } from './county';

/** The only push service the site may tell: up while this story runs. */
let push: PushServer;

test.beforeAll(async () => {
  push = await pushServer(Number(process.env.HUIYIN_TEST_PUSH_PORT ?? 2526));
});

test.afterAll(() => push.close());

const ask = '在这台设备上通知我';
const end = '不再在这台设备上通知';

/**
 * A browser without a head reaches no maker's push service, so subscribing is played, in the page alone: what
 * it gives are the address and keys of a device at our own service. All the rest is the browser's.
 */
async function device(browser: Browser, name: string, link: string) {
  const who = await visitor(browser);
  await who.page.context().grantPermissions(['notifications']);
  await who.page.addInitScript((address) => {
    // A browser without a head says *denied* here, whatever it answers who asks; the page looks again after each answer.
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' });
    const kept = 'played-subscription';
    const subscription = {
      endpoint: address.endpoint,
      toJSON: () => ({ ...address, expirationTime: null }),
      unsubscribe: async () => localStorage.removeItem(kept) === undefined,
    };
    Object.assign(PushManager.prototype, {
      getSubscription: async () => (localStorage.getItem(kept) ? subscription : null),
      subscribe: async (options: { applicationServerKey: Uint8Array }) => {
        localStorage.setItem(kept, String(options.applicationServerKey.length));
        return subscription;
      },
    });
  }, push.device(name));
  await who.page.goto(link);
  await expect(who.page.getByRole('heading', { name: '怎样通知您' })).toBeVisible();
  return who;
}

/** Loads the page anew; answers the scripts it takes, as their texts, and every address it asks. */
async function loaded(page: Page): Promise<{ scripts: string; addresses: string[] }> {
  const addresses: string[] = [];
  const bodies: Promise<string>[] = [];
  page.on('response', (answer) => {
    addresses.push(answer.url());
    if (answer.request().resourceType() === 'script') bodies.push(answer.text().catch(() => ''));
  });
  await page.reload({ waitUntil: 'networkidle' });
  page.removeAllListeners('response');
  return { scripts: (await Promise.all(bodies)).join('\n'), addresses };
}

/**
 * What the real worker shows for a message, as the browser would hand it over. Not every browser without a head shows
 * anything: what the worker gives it is kept as a screen would, one of each tag.
 */
async function shownBy(page: Page, note: object): Promise<unknown[]> {
  const [worker] = page.context().serviceWorkers();
  if (!worker) throw new Error('no worker of the page is there');
  await worker.evaluate(() => {
    const shown = new Map<string, object>();
    Reflect.set(self, 'shown', shown);
    Reflect.set(
      ServiceWorkerRegistration.prototype,
      'showNotification',
      async (title: string, { body, lang, tag = '', data }: NotificationOptions = {}) => {
        shown.set(tag, { title, body, lang, tag, data });
        Reflect.set(self, 'times', (Reflect.get(self, 'times') ?? 0) + 1);
      },
    );
  });
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((found) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) found(first.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const message = {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    data: JSON.stringify(note),
  };
  for (let twice = 0; twice < 2; twice += 1) {
    await session.send('ServiceWorker.deliverPushMessage', message);
  }
  await expect.poll(() => worker.evaluate(() => Reflect.get(self, 'times'))).toBe(2);
  return worker.evaluate(() => [...(Reflect.get(self, 'shown') as Map<string, object>).values()]);
}

test('a resident is told on their own device, once administration allows it, and as long as both want', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const first = await visitor(browser);
  const { caseNumber, link } = await file(first.page, {
    what: '报刊栏的灯不亮',
    place: '北街 9 号',
  });
  await first.close();

  const { page, close } = await device(browser, 'telephone', link);
  const before = await loaded(page);
  await expect(page.getByRole('button', { name: ask })).toHaveCount(0);
  expect(before.scripts.length, 'scripts were read').toBeGreaterThan(10_000);
  expect(before.scripts).not.toContain('pushManager');
  const { origin } = new URL(page.url());
  expect(before.addresses.filter((it) => !it.startsWith(origin) || it.endsWith('/sw.js'))).toEqual(
    [],
  );

  const plain = await staff(browser, 'wukai', { javaScriptEnabled: false });
  await plain.page.goto('/admin/notices');
  await expect(plain.page.getByText('现在没有允许')).toBeVisible();
  await expect(plain.page.getByText(/Google、Mozilla、Apple、Microsoft/)).toBeVisible();
  await plain.page.getByRole('button', { name: '允许设备通知' }).click();
  await expect(plain.page.getByText('已经允许，0 台设备在收')).toBeVisible();

  const allowed = await loaded(page);
  await expect(page.getByRole('button', { name: ask })).toBeVisible();
  expect(allowed.scripts, 'negative control: now it is there').toContain('pushManager');
  expect(
    allowed.addresses.filter((it) => it.endsWith('/sw.js')),
    'not before it is pressed',
  ).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await isSound(page);
  }
  await page.getByRole('button', { name: ask }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('会在这台设备上通知您')).toBeVisible();
  await expect(page.getByRole('button', { name: end })).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem('played-subscription'))).toBe('65');
  await expect(page.getByRole('radio', { name: '在我的设备上通知我' })).toBeChecked();
  await page.setViewportSize({ width: 360, height: 800 });
  await isSound(page);

  const dispatcher = await staff(browser, 'chenjing');
  await step(dispatcher.page, caseNumber, 'dispatch', (it) => to(it, '城关镇'), '派单');
  await dispatcher.close();
  await expect.poll(() => push.taken.length, { timeout: 90_000 }).toBe(1);
  const note = push.taken[0]?.note;
  expect(note?.body).toMatch(/已派给城关镇/);
  expect(note?.path).toBe(`/follow/${caseNumber}`);
  expect(JSON.stringify(note)).not.toMatch(/\/v\/|报刊栏/);
  const { title, body, lang, tag, path } = note as NonNullable<typeof note>;
  expect(await shownBy(page, { title, body, lang, tag, path })).toEqual([
    { title, body, lang, tag, data: { path } },
  ]);

  await page.reload();
  await page.getByRole('button', { name: end }).click();
  await expect(page.getByText('以后不在这台设备上通知了')).toBeVisible();
  await expect(page.getByText(/没有能通知您的号码/)).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.getByRole('button', { name: ask }).click();
  await expect(page.getByText('会在这台设备上通知您')).toBeVisible();

  const admin = await staff(browser, 'wukai');
  for (const width of [360, 1280]) {
    await admin.page.setViewportSize({ width, height: 900 });
    await admin.page.goto('/admin/notices');
    await expect(admin.page.getByText('已经允许，1 台设备在收')).toBeVisible();
    await isSound(admin.page);
  }
  await admin.close();

  const refusing = await visitor(browser);
  await refusing.page.goto(link);
  await refusing.page.getByRole('button', { name: ask }).click();
  await expect(refusing.page.getByText('不让本网站发通知')).toBeVisible();
  await isSound(refusing.page);
  await refusing.close();
  const scriptless = await visitor(browser, { javaScriptEnabled: false });
  await scriptless.page.goto(link);
  await expect(scriptless.page.getByRole('heading', { name: '怎样通知您' })).toBeVisible();
  await expect(scriptless.page.getByText('在这台设备上')).toHaveCount(0);
  await scriptless.close();
  const old = await visitor(browser, { locale: 'en-GB' });
  await old.page.addInitScript('delete window.PushManager');
  await old.page.goto(link);
  await expect(old.page.getByText('This browser cannot show such notices.')).toBeVisible();
  await expect(old.page.getByRole('button', { name: 'Tell me on this device' })).toHaveCount(0);
  await isSound(old.page);
  await old.close();

  await plain.page.goto('/admin/notices');
  await plain.page.getByRole('button', { name: '停用设备通知' }).click();
  await expect(plain.page.getByText('已经停用设备通知')).toBeVisible();
  await plain.close();
  const after = await loaded(page);
  await expect(page.getByRole('button', { name: end })).toHaveCount(0);
  expect(after.scripts).not.toContain('pushManager');
  await close();
});

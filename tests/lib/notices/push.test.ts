import { createECDH, randomBytes } from 'node:crypto';
import type { lookup } from 'node:dns';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { locales } from '@/lib/i18n/locale';
import { messagesOf } from '@/lib/i18n/messages';
import { letterKinds } from '@/lib/notices/letter-facts';
import { addressInput } from '@/lib/notices/push/address';
import { askService, secondsUntil } from '@/lib/notices/push/ask-service';
import { readEndpoint } from '@/lib/notices/push/endpoint';
import { payloadOf } from '@/lib/notices/push/payload';
import { isPublicAddress, publicLookup } from '@/lib/notices/push/public-lookup';
import { vapidKeys } from '@/lib/notices/push/vapid';
import { pushNote } from '@/lib/notices/resident-letter';
import { isVouchedFor, opened, pushServer } from '@/tests/support/push-server';

const at = new Date('2026-11-20T02:00:00Z');

describe('where a browser may say it can be told', () => {
  test.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAA',
    'https://web.push.apple.com/QGuQ',
    'https://wns2-par02p.notify.windows.com/w/?token=Bw',
  ])('%s', (given) => {
    expect(readEndpoint(given, [])).toMatchObject({ ours: false });
  });

  test.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://user@fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com@10.0.0.1/',
    'https://fcm.googleapis.com.example.org/',
    'https://evilpush.apple.com.cn/',
    'https://notify.windows.com.example.org/',
    'https://127.0.0.1/push',
    'https://[::1]/push',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/push',
    'https://example.org/push',
    'file:///etc/passwd',
    'fcm.googleapis.com',
    '',
    `https://fcm.googleapis.com/${'a'.repeat(1_000)}`,
  ])('not %s', (given) => {
    expect(readEndpoint(given, [])).toBeNull();
  });

  test('nor this machine or another host, but where the operator named it, with its port', () => {
    const named = ['127.0.0.1:4000', 'push.example.gov.cn'];
    expect(readEndpoint('http://127.0.0.1:4000/p/1', named)).toMatchObject({ ours: true });
    expect(readEndpoint('http://127.0.0.1:4001/p/1', named)).toBeNull();
    expect(readEndpoint('https://push.example.gov.cn/p/1', named)).toMatchObject({ ours: true });
    expect(readEndpoint('http://push.example.gov.cn/p/1', named), 'in the clear').toBeNull();
  });
});

test.each([
  ['8.8.8.8', true],
  ['142.250.1.1', true],
  ['2404:6800:4003::200a', true],
  ['10.1.2.3', false],
  ['127.0.0.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['::', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['2002:a00:1::', false],
  ['push.apple.com', false],
])('%s is public: %s', (address, open) => {
  expect(isPublicAddress(address)).toBe(open);
});

test('a name that leads inside is refused when it is looked up, even beside a public address', () => {
  const answering = (...addresses: string[]) =>
    ((_host: string, _options: object, done: (...given: unknown[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      )) as unknown as typeof lookup;
  const looked = (...addresses: string[]) => {
    const done = vi.fn();
    publicLookup(answering(...addresses))('push.apple.com', { all: true }, done);
    return done.mock.calls[0];
  };
  expect(looked('17.1.2.3')?.[1]).toEqual([{ address: '17.1.2.3', family: 4 }]);
  expect(looked('17.1.2.3', '10.0.0.1')?.[0]).toMatchObject({ code: 'EPRIVATE' });
  expect(looked('127.0.0.1')?.[0]).toMatchObject({ code: 'EPRIVATE' });
  expect(looked()?.[0]).toBeInstanceOf(Error);
});

test('what a browser gives is kept only with keys that can be encrypted to', () => {
  const pair = createECDH('prime256v1');
  const endpoint = 'https://fcm.googleapis.com/fcm/send/abc';
  const p256dh = pair.generateKeys().toString('base64url');
  const keys = { p256dh, auth: randomBytes(16).toString('base64url') };
  const given = { endpoint, keys, expirationTime: null };
  expect(addressInput.parse(given)).toEqual({ endpoint, keys });
  const notOnCurve = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url');
  for (const wrong of [
    { ...given, endpoint: 'https://example.org/' },
    { ...given, keys: { ...keys, auth: 'AAAA' } },
    { ...given, keys: { ...keys, p256dh: notOnCurve } },
    { ...given, keys: { ...keys, p256dh: `${p256dh}AA` } },
    { endpoint },
    null,
  ]) {
    expect(addressInput.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
  }
});

test.each([
  ['120', 120],
  ['Fri, 20 Nov 2026 02:10:00 GMT', 600],
  ['Fri, 20 Nov 2026 01:00:00 GMT', 0],
  ['soon', null],
  [undefined, null],
])('Retry-After %j is %j seconds', (header, seconds) => {
  expect(secondsUntil(header, at)).toBe(seconds);
});

describe('the push service of these tests', () => {
  const browser = (privateKey: string, auth: string) => {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    return { pair, auth: Buffer.from(auth, 'base64url') };
  };
  const theirs = browser('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'BTBZMqHH6r4Tts7J_aSIgg');

  test('opens the message of RFC 8291 §5, and none that was changed or is for another', () => {
    const body = Buffer.from(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS' +
        '6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qul' +
        'cy4a-fN',
      'base64url',
    );
    expect(opened(body, theirs)).toBe('When I grow up, I want to be a watermelon');
    const changed = Buffer.from(body);
    changed.writeUInt8(changed.readUInt8(120) ^ 1, 120);
    expect(() => opened(changed, theirs)).toThrow();
    expect(() => opened(body, { ...theirs, auth: randomBytes(16) })).toThrow();
    const other = createECDH('prime256v1');
    other.generateKeys();
    expect(() => opened(body, { ...theirs, pair: other })).toThrow();
  });

  test('believes the token of RFC 8292 §2.4, for its service, in its time, signed by its key', () => {
    const claims =
      'eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNo' +
      'QGV4YW1wbGUuY29tIn0';
    const signature =
      'i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA';
    const key =
      'BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs';
    const token = `eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.${claims}.${signature}`;
    const service = 'https://push.example.net';
    const anHourBefore = (1_453_523_768 - 3_600) * 1_000;
    const header = `vapid t=${token}, k=${key}`;
    expect(isVouchedFor(header, service, anHourBefore)).toBe(true);
    expect(isVouchedFor(header, 'https://push.example.org', anHourBefore)).toBe(false);
    expect(isVouchedFor(header, service, anHourBefore + 3_601_000), 'over').toBe(false);
    expect(isVouchedFor(header, service, anHourBefore - 86_400_000), 'too long').toBe(false);
    const ours = `vapid t=${token}, k=${vapidKeys()[0].publicKey}`;
    expect(isVouchedFor(ours, service, anHourBefore), 'another key').toBe(false);
    const later = Buffer.from(claims, 'base64url').toString().replace('1453523768', '1453523769');
    const forged = header.replace(claims, Buffer.from(later).toString('base64url'));
    expect(isVouchedFor(forged, service, anHourBefore), 'changed').toBe(false);
    expect(isVouchedFor(undefined, service, anHourBefore)).toBe(false);
  });
});

describe('a service that does not answer', async () => {
  const push = await pushServer();
  afterAll(() => push.close());

  test('has perhaps taken it; one that is not there has not', async () => {
    push.behave('silent');
    const { endpoint } = push.device('one');
    const to = { url: new URL(endpoint), ours: true };
    // Without a token it is turned away at once, which says that it was asked.
    const asked = await askService(to, { headers: {}, body: Buffer.alloc(1) });
    expect(asked).toMatchObject({ outcome: 'failed', code: '401', gone: false });
    const nowhere = { url: new URL('http://127.0.0.1:1/'), ours: true };
    const never = await askService(nowhere, { headers: {}, body: Buffer.alloc(1) });
    expect(never).toMatchObject({ outcome: 'failed', code: 'ECONNREFUSED' });
    const { createServer } = await import('node:http');
    const mute = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((listening) => mute.once('listening', listening));
    const { port } = mute.address() as { port: number };
    const silent = { url: new URL(`http://127.0.0.1:${port}/`), ours: true };
    const heard = await askService(
      silent,
      { headers: {}, body: Buffer.alloc(1) },
      { patienceMs: 50 },
    );
    expect(heard).toMatchObject({ outcome: 'unknown', code: 'TimeoutError' });
    mute.closeAllConnections();
    mute.close();
  });
});

test.each(locales())(
  'every notice is one short text without a link in %s, as long as the next',
  async (locale) => {
    const words = await messagesOf(locale);
    const lengths = letterKinds.map((kind) => {
      const parts = {
        ...{ kind, org: '澄河县接诉即办', phone: '12345', caseNumber: '202611160417' },
        ...{ unit: '柳湾街道', promisedAt: at, until: at, request: 'extend' },
        link: 'https://h/v/secret',
      };
      const note = pushNote(parts, words, { locale, zone: 'Asia/Shanghai', at });
      expect(note.body).not.toMatch(/[{}]|none|undefined|letters\.|http|secret/);
      expect(note.body).toContain('20261116 0417');
      return Buffer.byteLength(payloadOf({ ...note, lang: locale }, 'x'.repeat(50)));
    });
    expect(new Set(lengths)).toEqual(new Set([1_024]));
  },
);

test('the pair of keys is the same every time and belongs together', () => {
  const [{ publicKey, privateKey }] = vapidKeys();
  expect(vapidKeys()).toEqual([{ publicKey, privateKey }]);
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  expect(pair.getPublicKey().toString('base64url')).toBe(publicKey);
});

describe('the worker beside the pages', () => {
  function started(open: string[]) {
    const heard = new Map<string, (event: object) => void>();
    const clients = {
      matchAll: async () => open.map((url) => ({ url, focus: focus.bind(null, url) })),
      openWindow: vi.fn(async () => {}),
    };
    const focus = vi.fn(async (_url: string) => {});
    const showNotification = vi.fn(async () => {});
    const self = {
      addEventListener: (name: string, deed: (event: object) => void) => heard.set(name, deed),
      location: { origin: 'https://h' },
      registration: { showNotification },
      clients,
    };
    runInContext(readFileSync('public/sw.js', 'utf8'), createContext({ self, URL }));
    const tell = async (name: string, event: object) => {
      const waits: Promise<unknown>[] = [];
      heard.get(name)?.({ ...event, waitUntil: (it: Promise<unknown>) => waits.push(it) });
      await Promise.all(waits);
    };
    return { tell, showNotification, focus, openWindow: clients.openWindow };
  }
  const note = { title: 'O', body: '诉求', lang: 'zh-CN', path: '/follow/202611160417' };

  test('shows the words that came', async () => {
    const worker = started([]);
    const data = { json: () => JSON.parse(payloadOf(note, 'tag-1')) };
    await worker.tell('push', { data });
    expect(worker.showNotification.mock.calls).toEqual([
      [
        'O',
        {
          body: '诉求',
          lang: 'zh-CN',
          tag: 'tag-1',
          icon: '/icon.svg',
          data: { path: note.path },
        },
      ],
    ]);
  });

  test.each([
    [['https://h/', `https://h${note.path}?told=changed`], true],
    [['https://h/follow/202611160418'], false],
    [[], false],
  ])('with %j open, a press goes to the open page: %s', async (open, focused) => {
    const worker = started(open);
    const close = vi.fn();
    await worker.tell('notificationclick', { notification: { close, data: { path: note.path } } });
    expect(close).toHaveBeenCalledOnce();
    expect(worker.focus).toHaveBeenCalledTimes(focused ? 1 : 0);
    if (focused) expect(worker.focus).toHaveBeenCalledWith(open[1]);
    else expect(worker.openWindow).toHaveBeenCalledWith(note.path);
  });
});

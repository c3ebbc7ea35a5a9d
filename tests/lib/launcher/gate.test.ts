// ASVS 5.0: 3.5.1, 4.1.3
import { expect, test } from 'vitest';
import { gate } from '@/scripts/launcher/gate.mjs';

const publicUrl = 'https://huiyin.example';
const ours = gate({ publicUrl, listens: '127.0.0.1', development: false });

const statusOf = (
  pass: typeof ours,
  headers: Record<string, string>,
  method = 'GET',
  url = '/file',
) => pass({ headers, method, url })?.status ?? 'passes';

test.each([
  ['huiyin.example', 'passes'],
  ['HUIYIN.example:443', 'passes'],
  ['127.0.0.1:3000', 'passes'],
  ['[::1]:3000', 'passes'],
  ['evil.example', 421],
  ['huiyin.example.evil.example', 421],
  ['huiyin.example@evil.example', 421],
  ['evil.example/huiyin.example', 421],
  ['huiyin.example, evil.example', 421],
  ['127.0.0.1.evil.example', 421],
  ['10.0.0.4', 421],
  ['', 421],
])('at the name %j: %s', (host, answer) => {
  expect(statusOf(ours, { host })).toBe(answer);
});

test('what a proxy says of the name counts before what it was asked by', () => {
  expect(statusOf(ours, { host: '127.0.0.1', 'x-forwarded-host': 'huiyin.example' })).toBe(
    'passes',
  );
  expect(statusOf(ours, { host: 'huiyin.example', 'x-forwarded-host': 'evil.example' })).toBe(421);
});

test.each(['/api/health', '/api/ready', '/api/metrics?x'])('machines ask %s at any name', (url) => {
  expect(statusOf(ours, { host: '10.0.0.4:3000' }, 'GET', url)).toBe('passes');
  expect(statusOf(ours, { host: '10.0.0.4:3000' }, 'GET', `${url.split('?')[0]}/x`)).toBe(421);
});

test('without a public address a server of a whole network is found by any name, one of this machine by its own', () => {
  const local = 'http://localhost:3000';
  const wide = gate({ publicUrl: local, listens: '0.0.0.0', development: false });
  const here = gate({ publicUrl: local, listens: '127.0.0.1', development: false });
  expect(statusOf(wide, { host: '10.0.0.4:3000' })).toBe('passes');
  expect(statusOf(here, { host: 'rebound.example:3000' })).toBe(421);
  expect(statusOf(here, { host: 'localhost:8080' })).toBe('passes');
});

const host = 'huiyin.example';
test.each([
  [{ host, origin: 'https://huiyin.example' }, 'passes'],
  [{ host: 'huiyin.example:443', origin: 'https://huiyin.example' }, 'passes'],
  [{ host, origin: 'https://huiyin.example', 'sec-fetch-site': 'same-origin' }, 'passes'],
  [{ host }, 'passes'],
  [{ host, origin: 'null' }, 403],
  [{ host, origin: '' }, 403],
  [{ host, origin: 'https://evil.example' }, 403],
  [{ host, origin: 'https://sub.huiyin.example' }, 403],
  [{ host, origin: 'https://huiyin.example:8443' }, 403],
  [{ host, 'sec-fetch-site': 'cross-site' }, 403],
  [{ host, 'sec-fetch-site': 'same-site', origin: 'https://huiyin.example' }, 403],
])('a form sent with %j: %s', (headers, answer) => {
  expect(statusOf(ours, headers, 'POST')).toBe(answer);
  expect(statusOf(ours, headers, 'DELETE')).toBe(405);
  expect(statusOf(ours, headers, 'GET')).toBe('passes');
});

test('the words say where our own page is', () => {
  const { words } = ours({ headers: { host, origin: 'null' }, method: 'POST', url: '/file' }) ?? {};
  expect(words).toContain(`请打开 ${publicUrl}`);
  expect(words).toContain(`open ${publicUrl}`);
});

test('mail programs end letters from wherever they are, and nothing else', () => {
  const mail = { host, origin: 'https://mail.example' };
  expect(statusOf(ours, mail, 'POST', '/stop/abc')).toBe('passes');
  expect(statusOf(ours, mail, 'POST', '/stop/abc/ask')).toBe(403);
});

test.each(['/icon.svg', '/sw.js', '/_next/static/chunks/a.js?b'])(
  '%s is read and nothing else',
  (url) => {
    for (const method of ['GET', 'HEAD']) {
      expect(statusOf(ours, { host }, method, url), method).toBe('passes');
    }
    const refused = ours({ headers: { host, origin: publicUrl }, method: 'POST', url });
    expect(refused).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD' } });
    for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
      expect(statusOf(ours, { host }, method, url), method).toBe(405);
    }
    expect(statusOf(ours, { host }, 'OPTIONS', '/track')).toBe('passes');
  },
);

test('a method nobody here understands is refused everywhere', () => {
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
    const refused = ours({ headers: { host, origin: publicUrl }, method, url: '/track' });
    expect(refused, method).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD, POST' } });
  }
  expect(statusOf(ours, { host, origin: publicUrl }, 'POST', '/track')).toBe('passes');
});

test('what the framework says to itself is taken away, what our pages say stays', () => {
  const hostile = [
    ...['x-middleware-subrequest', 'x-middleware-rewrite', 'x-nextjs-data', 'x-matched-path'],
    ...['x-invoke-path', 'x-now-route-matches', 'next-resume', 'x-next-resume-state-length'],
    ...['x-prerender-revalidate', 'x-original-url', 'x-rewrite-url', 'x-action-forwarded'],
  ];
  const kept = {
    ...{ host, rsc: '1', 'next-action': 'a', 'next-url': '/', 'next-router-prefetch': '1' },
    ...{ 'next-router-state-tree': 'x', 'x-forwarded-for': '1.2.3.4', 'x-request-id': 'r' },
  };
  const headers = { ...Object.fromEntries(hostile.map((it) => [it, '/admin'])), ...kept };
  ours({ headers });
  expect(headers).toEqual(kept);
});

test.each([
  ['__prerender_bypass=x; huiyin.session=s', 'huiyin.session=s'],
  ['huiyin.session=s; __next_preview_data=x', 'huiyin.session=s'],
  ['a=1; next-instant-navigation-testing=1; b=__prerender_bypass=2', 'a=1; b=__prerender_bypass=2'],
  ['huiyin.session=s; huiyin_text=24', 'huiyin.session=s; huiyin_text=24'],
])('of the cookies %j stay %j', (cookie, kept) => {
  const headers = { host, cookie };
  ours({ headers });
  expect(headers.cookie).toBe(kept);
});

import type { Calling } from '../matrix/calls';
import { leaksIn } from '../matrix/cells';
import { type Answer, type Asked, eachOf } from '../served/ask';
import type { Found } from './headers';
import { cookieOf } from './questions';

/** Where the framework is told it would be; found nowhere else. */
const mark = 'evil.example';

/**
 * What the framework, or who runs it elsewhere, says to itself in headers and cookies: collected from the sources of
 * next (server/lib/server-ipc/utils.js, lib/constants.js, app-router-headers.js, action-handler.js) and from what was
 * reported about it. Each is written by a stranger here.
 */
function hostile(target: string): Record<string, string>[] {
  const chain = Array(7).fill('middleware').join(':');
  const sources = Array(7).fill('src/middleware').join(':');
  return [
    { 'x-middleware-subrequest': chain },
    { 'x-middleware-subrequest': sources },
    { 'x-middleware-subrequest': Array(7).fill('proxy').join(':') },
    { 'x-middleware-subrequest-id': '0'.repeat(16) },
    { 'x-middleware-rewrite': target },
    { 'x-middleware-rewrite': `http://${mark}${target}` },
    { 'x-middleware-redirect': `http://${mark}/` },
    { 'x-middleware-next': '1' },
    { 'x-middleware-skip': '1' },
    { 'x-middleware-prefetch': '1' },
    { 'x-middleware-cache': 'no-cache' },
    { 'x-middleware-set-cookie': `huiyin.session=${mark}` },
    {
      'x-middleware-override-headers': 'cookie',
      'x-middleware-request-cookie': 'huiyin.session=x',
    },
    { 'x-middleware-override-headers': 'x-path', 'x-middleware-request-x-path': target },
    { 'x-nextjs-data': '1' },
    { 'x-nextjs-cache': 'HIT' },
    { 'x-nextjs-rewrite': target, 'x-nextjs-redirect': `http://${mark}/` },
    { 'x-nextjs-matched-path': target },
    { 'x-nextjs-prerender': '1', 'x-nextjs-postponed': '1' },
    { 'x-nextjs-rewritten-path': target, 'x-nextjs-rewritten-query': 'a=b' },
    { 'x-nextjs-html-request-id': mark, 'x-nextjs-request-id': mark },
    { 'x-nextjs-deployment-id': mark, 'x-deployment-id': mark },
    { 'x-matched-path': target },
    { 'x-now-route-matches': '1=administrator' },
    { 'x-invoke-path': target, 'x-invoke-query': '%7B%7D', 'x-invoke-status': '200' },
    { 'x-invoke-output': target },
    { 'x-prerender-revalidate': '0'.repeat(32), 'x-prerender-revalidate-if-generated': '1' },
    { 'x-next-revalidated-tags': '_N_T_/', 'x-next-revalidate-tag-token': '0'.repeat(32) },
    { 'x-next-cache-tags': '_N_T_/', 'x-next-resume-state-length': '5' },
    { 'next-resume': '1' },
    {
      'x-action-forwarded': '1',
      'x-action-redirect': `http://${mark}/`,
      'x-action-revalidated': '1',
    },
    { 'x-edge-runtime': '1', 'x-vercel-protection-bypass': mark, 'x-vercel-cache': 'HIT' },
    { 'next-hmr-refresh': '1', 'next-html-request-id': mark },
    { 'next-test-fetch-priority': mark, 'next-instant-navigation-testing': '1' },
    { 'x-original-url': target, 'x-rewrite-url': target, 'x-original-uri': target },
    { 'x-http-method-override': 'DELETE', 'x-http-method': 'DELETE', 'x-method-override': 'PUT' },
    { 'x-forwarded-host': mark, 'x-forwarded-port': '1', 'x-forwarded-proto': 'https' },
    { forwarded: `host=${mark};proto=https`, 'x-host': mark, 'x-forwarded-server': mark },
    { 'x-forwarded-prefix': target, 'x-forwarded-path': target, 'x-forwarded-uri': target },
    { 'x-path': target, 'x-request-id': `${mark}-0123456` },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', 'true-client-ip': '127.0.0.1' },
    { 'content-security-policy': `script-src 'nonce-${mark}'`, 'x-nonce': mark },
    { 'content-security-policy-report-only': `script-src 'nonce-${mark}'` },
    { cookie: `__prerender_bypass=${mark}; __next_preview_data=${mark}` },
    { cookie: 'next-instant-navigation-testing=1' },
    { cookie: 'x-middleware-subrequest=1; __next_hmr_refresh_hash__=1' },
    { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' },
    { 'accept-encoding': mark, te: 'trailers' },
  ];
}

/**
 * Those a page of ours sends itself: what comes back differs, so that they are only asked to tell nobody's words, lead
 * nowhere else, and break nothing.
 */
const spoken = (target: string): Record<string, string>[] => [
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%5D' },
  { rsc: '1', 'next-router-state-tree': 'not a tree' },
  {
    rsc: '1',
    'next-router-state-tree': encodeURIComponent(
      JSON.stringify(['', { children: ['x'.repeat(9_000), {}] }, null, 'refetch']),
    ),
  },
  { rsc: '1', 'next-url': target },
  { rsc: '1', 'next-url': `http://${mark}/` },
  { rsc: '1', 'next-router-prefetch': '1' },
  { rsc: '1', 'next-router-prefetch': '2' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/../../_tree' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/__PAGE__' },
  { 'next-action': '0'.repeat(42) },
  { 'next-action': mark },
];

/** Scripts of a page: in which order they are named, and the parts of it they carry come, is not always the same. */
const scripts = /<script\b[^>]*>[\s\S]*?<\/script>/g;

/** An answer without what is fresh in each: nonce and number of the request. */
function constant({ status, headers, body }: Answer): string {
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1];
  const id = String(headers['x-request-id'] ?? '');
  let text = body.replace(scripts, '');
  for (const fresh of [nonce, id]) if (fresh) text = text.replaceAll(fresh, '·');
  const told = ['location', 'content-type', 'content-encoding', 'set-cookie', 'cache-control'].map(
    (name) => String(headers[name] ?? ''),
  );
  return JSON.stringify([status, ...told, text]);
}

const mentions = (answer: Answer): boolean =>
  JSON.stringify([answer.headers, answer.body]).includes(mark);

const everybody = ['stranger', 'handler', 'handler of another unit', 'administrator'];

/**
 * Asks a page of everybody, one of staff, one of administration and one of a case, for those who get them and those
 * who do not, with each hostile header: the answer must be the same as without.
 */
export async function hostileHeaders(
  { ask, world }: Calling,
  names: readonly string[] = everybody,
): Promise<Found> {
  const { caseNumber } = world.cases.find(({ name }) => name === 'own') ?? {};
  const callers = world.callers.filter(({ name }) => names.includes(name));
  const paths = [
    ...['/track', '/desk/duties', '/admin/units', '/api/health'],
    ...[`/appeals/${caseNumber}`, `/follow/${caseNumber}`],
  ];
  const cells = paths.flatMap((path) => callers.map((caller) => ({ path, caller })));
  const found: Found = { asked: 0, wrong: [] };
  await eachOf(cells, async ({ path, caller }) => {
    const own = { accept: 'text/html', ...cookieOf(caller.cookie) };
    const sendWith = (more: Record<string, string>) => {
      const cookie = [caller.cookie, more.cookie].filter(Boolean).join('; ');
      const asked: Asked = { headers: { ...own, ...more, ...cookieOf(cookie) } };
      found.asked += 1;
      return ask(path, asked);
    };
    const usual = constant(await sendWith({}));
    const again = constant(await sendWith({}));
    const say = (what: string, more: object) =>
      found.wrong.push(`${path} for ${caller.name}, ${JSON.stringify(more).slice(0, 90)}: ${what}`);
    if (usual !== again) say('is not twice the same', {});
    for (const more of hostile('/admin/people')) {
      const answer = await sendWith(more);
      if (constant(answer) !== usual) say(`answered otherwise, ${answer.status}`, more);
      if (mentions(answer)) say('says what it was told', more);
    }
    for (const more of spoken('/admin/people')) {
      const answer = await sendWith(more);
      if (answer.status >= 500) say(`answered ${answer.status}`, more);
      if (mentions(answer)) say('says what it was told', more);
      for (const it of leaksIn(answer, caller, world.cases)) say(it, more);
    }
  });
  return found;
}

const names = [
  'evil.example',
  'evil.example:80',
  '127.0.0.1.evil.example',
  '10.0.0.1',
  'localhost@evil.example',
];

/** Asks every page by names that are not ours: each is refused with 421 and tells nothing. */
export async function foreignNames(
  { ask, world }: Calling,
  paths: readonly string[],
): Promise<Found> {
  const found: Found = { asked: 0, wrong: [] };
  const cookie = world.callers.find(({ name }) => name === 'dispatcher')?.cookie ?? '';
  const cells = paths.flatMap((path) => names.map((host) => ({ path, host })));
  await eachOf(cells, async ({ path, host }) => {
    found.asked += 1;
    const { status, headers, body } = await ask(path, { headers: { host, cookie } });
    if (status !== 421) found.wrong.push(`${path} at ${host}: ${status}`);
    if (/evil/.test(JSON.stringify(headers)) || /evil/.test(body))
      found.wrong.push(`${path} at ${host} repeats the name`);
  });
  return found;
}

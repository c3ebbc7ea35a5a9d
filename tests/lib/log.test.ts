// ASVS 5.0: 16.2.1, 16.2.5, 16.3.4, 16.4.1
import { AsyncLocalStorage } from 'node:async_hooks';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { makeLog } from '@/lib/make-log.mjs';
import { isDatabaseAway, plainError, scrub } from '@/lib/plain-error.mjs';

const canaries = [
  '钱不语',
  '13077700931',
  '130 7770 0931',
  'canary-7f3a@example.com',
  'Zk3x9QpL0wYvT7bN2mRc8sHd',
];

afterEach(() => vi.restoreAllMocks());

/** What a log wrote while something was done. */
function written(work: (log: ReturnType<typeof makeLog>) => void): string {
  const lines: string[] = [];
  const log = makeLog('debug');
  const stream = (log as unknown as Record<symbol, { write(line: string): void }>)[
    pino.symbols.streamSym
  ];
  if (!stream) throw new Error('no stream');
  vi.spyOn(stream, 'write').mockImplementation((line: string) => {
    lines.push(line);
  });
  work(log);
  return lines.join('');
}

test.each(canaries)('%s stands in no line, however it gets there', (it) => {
  const error = Object.assign(new Error(`invalid input: "${it}"`), {
    cause: new Error(`Key (name)=(${it}) already exists`),
    detail: it,
  });
  const text = written((log) => {
    log.error({ err: error, queue: `failed for ${it}` }, `a library says ${it}`);
    log.info({ said: it });
  });
  expect(text).toContain('invalid input');
  expect(text).not.toContain(it);
});

test.each(canaries)('control: without the net %s would stand there', (it) => {
  let text = '';
  const stream = new Writable({
    write(part, _encoding, done) {
      text += part;
      done();
    },
  });
  pino(stream).error({ err: new Error(`invalid input: "${it}"`) });
  expect(text).toContain(it);
});

test('what somebody needs to find a fault stays', () => {
  for (const it of [
    'a case could not be moved',
    '0190b3f2-7c11-7cc3-98c4-dc0c0c07398f',
    'permission denied for table Delivery',
    'duplicate key value violates unique constraint "Notice_unsettled_once_for_each"',
  ])
    expect(scrub(it)).toBe(it);
  expect(scrub('GET /v/short-token?x=1')).toBe('GET /v/…?x=1');
  const plain = plainError(
    Object.assign(new TypeError('x is undefined'), { code: 'P2002', digest: '4151341712' }),
  );
  expect(plain).toMatchObject({ type: 'TypeError', code: 'P2002', digest: '4151341712' });
  expect(plain.stack).toContain('log.test.ts');
});

test('a line carries the number of the request that caused it, and none outside of one', () => {
  const requests = new AsyncLocalStorage<{ id: string }>();
  const place = globalThis as Record<symbol, unknown>;
  const name = Symbol.for('huiyin.requests');
  const before = place[name];
  place[name] = requests;
  const text = written((log) => {
    requests.run({ id: '7K3F-9QM2-XW0A' }, () => log.info({ route: '/v/[token]' }, 'answered'));
    log.info('by itself');
  });
  place[name] = before;
  const [inside, outside] = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(inside).toMatchObject({ requestId: '7K3F-9QM2-XW0A', route: '/v/[token]' });
  expect(outside.requestId).toBeUndefined();
});

test.each([
  Object.assign(new Error('x'), { code: 'P1001' }),
  Object.assign(new Error('x'), { cause: Object.assign(new Error('y'), { code: 'ECONNREFUSED' }) }),
  new Error('Connection terminated unexpectedly'),
  new Error('the database system is starting up'),
  new Error('Database error. Code: `57P03`. Message: `the database system is starting up`'),
  new Error('Raw query failed. Code: `53100`. Message: `could not extend file`'),
  Object.assign(new Error('write failed'), { code: 'ENOSPC' }),
  new Error('timeout exceeded when trying to connect'),
  new Error('remaining connection slots are reserved for roles with the SUPERUSER attribute'),
])('a database that is away is told from a fault of ours', (error) => {
  expect(isDatabaseAway(error)).toBe(true);
  expect(isDatabaseAway(new Error('x is undefined'))).toBe(false);
  expect(isDatabaseAway(new Error('Raw query failed. Code: `42P01`. Message: `x`'))).toBe(false);
});

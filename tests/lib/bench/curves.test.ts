import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawn } from '@/scripts/bench/curves/drawing';
import { sizesIn } from '@/scripts/bench/curves/sizes';
import { withTables } from '@/scripts/bench/curves/tables';
import { cellOf, targets } from '@/scripts/bench/curves/targets';
import type { Figure, Served } from '@/scripts/bench/figures';
import { keepRun, type Run } from '@/scripts/bench/kept-runs';

const flat = (p50: number) => ({ n: 1, p50, p95: p50, p99: p50 });

function kind(name: string, perSecond: number, more: Partial<Served> = {}): Figure {
  const served = { clients: 16, perSecond, webMs: 4, postgresMs: 2, sqlMs: 1, ...more };
  return { name, ours: flat(16_000 / perSecond), served };
}

const run = (cases: number, at: string, figures: Figure[], quick = false): Run => ({
  bench: 'pages',
  at,
  machine: { cores: 2, cpu: 'some', memoryGb: 24, node: 'v20', postgres: '18' },
  ground: `key${cases}${quick ? ' quick' : ''}`,
  cases,
  figures,
});

const small = run(10_000, '2026-11-01T00:00:00.000Z', [
  kind('create', 120),
  kind('queue', 60, { bare: { perSecond: 100, webMs: 3 }, sqlByHandMs: 0.4 }),
  kind('case with its story', 40, { bare: { perSecond: 100, webMs: 3 } }),
  { name: 'whole lives', ours: flat(5), reached: 14.9 },
  { name: 'mixed load, 0.1 × peak', ours: flat(5), reached: 0.1, note: '0.1 × peak held' },
  { name: 'mixed load, 0.2 × peak', ours: flat(5), reached: 0, note: '0.2 × peak not held' },
]);
const large = run(1_000_000, '2026-11-02T00:00:00.000Z', [
  kind('create', 100, { webMs: 8, postgresMs: 8 }),
  kind('queue', 30, { webMs: 6, postgresMs: 6 }),
]);

test('the last whole run of each size counts, small ones first', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-curves-'));
  try {
    const older = run(10_000, '2026-10-01T00:00:00.000Z', []);
    const short = run(2_000, '2026-11-03T00:00:00.000Z', [], true);
    const other = { ...small, bench: 'plans', at: '2026-11-04T00:00:00.000Z' };
    for (const it of [large, older, small, short, other]) keepRun(folder, it);
    expect(sizesIn(folder).map(({ cases, run: { at } }) => [cases, at])).toEqual([
      [10_000, small.at],
      [1_000_000, large.at],
    ]);
    expect(sizesIn(join(folder, 'none'))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what reaches its target is set off, what misses it is not, what was not measured is left empty', () => {
  const cell = (start: string, of: Run) => {
    const target = targets.find(({ name }) => name.startsWith(start));
    if (!target) throw new Error(`no target begins with ${start}`);
    return cellOf(target, { cases: of.cases ?? 0, run: of }, small);
  };
  expect(cell('create, requests', small)).toBe('**120/s**');
  expect(cell('create, requests', large)).toBe('100/s');
  expect(cell('create, processor', small)).toBe('**6.0 ms**');
  expect(cell('create, processor', large)).toBe('16.0 ms');
  expect(cell('queue against', small)).toBe('**0.60 ×**');
  expect(cell('queue against', large)).toBe('');
  expect(cell('case with its story', small)).toBe('**2.00 ×**');
  expect(cell('whole lives', small)).toBe('14.9/s');
  expect(cell('SQL against', small)).toBe('2.50 ×');
  expect(cell('processor a request', large)).toBe('2.67 ×');
  expect(cell('multiple of', small)).toBe('0.10 ×');
  expect(cell('memory', small)).toBe('');
});

test('the document keeps what is written around the tables, and one without a place is refused', () => {
  const sizes = [
    { cases: 10_000, run: small },
    { cases: 1_000_000, run: large },
  ];
  const once = withTables('before\n<!-- runs -->\nwhat stood here\n<!-- /runs -->\nafter\n', sizes);
  expect(once.startsWith('before\n<!-- runs -->\n')).toBe(true);
  expect(once.endsWith('\n<!-- /runs -->\nafter\n')).toBe(true);
  expect(once).not.toContain('what stood here');
  expect(once).toContain('| create, requests a second | ≥ 110 | **120/s** | 100/s |');
  expect(withTables(once, sizes)).toBe(once);
  expect(() => withTables('nothing', sizes)).toThrow();
});

test('the picture has every size and a point for every figure, and no number that is none', () => {
  const svg = drawn([
    { cases: 10_000, run: small },
    { cases: 1_000_000, run: large },
  ]);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(svg).toContain('>10 k<');
  expect(svg).toContain('>1 M<');
  // Ours: create and queue at both sizes, a case and whole lives at one. Bare pages: queue and case at one.
  expect(svg.match(/<circle/g)).toHaveLength(6 + 2);
  expect(drawn([{ cases: 10_000, run: small }])).not.toMatch(/NaN|Infinity|undefined/);
});

test('the document of this project has the place, and its picture is there', () => {
  const document = readFileSync('docs/performance.md', 'utf8');
  expect(document).toContain('<!-- runs -->');
  expect(document).toContain('(performance/curves.svg)');
  expect(readFileSync('docs/performance/curves.svg', 'utf8')).toContain('<svg');
});

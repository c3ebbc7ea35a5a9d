import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readBench } from '@/scripts/bench/arguments';
import { type Figure, lineOf, ratioOf, spreadOf, worsened } from '@/scripts/bench/figures';
import { keepRun, lastRun, type Run } from '@/scripts/bench/kept-runs';

const flat = (p50: number) => ({ n: 1, p50, p95: p50, p99: p50 });
const figure = (name: string, ours: number, bare?: number): Figure => ({
  name,
  ours: flat(ours),
  ...(bare === undefined ? {} : { bare: flat(bare) }),
});

it('takes median, 95th and 99th from what was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, nth) => 100 - nth);
  expect(spreadOf(hundred)).toEqual({ n: 100, p50: 50, p95: 95, p99: 99 });
  expect(spreadOf([3])).toEqual({ n: 1, p50: 3, p95: 3, p99: 3 });
  expect(() => spreadOf([])).toThrow();
});

it('prints a ratio only beside SQL by hand', () => {
  expect(ratioOf(figure('a', 6, 2))).toBe(3);
  expect(ratioOf(figure('a', 6))).toBeNull();
  expect(lineOf(figure('a', 6, 2))).toContain('3.00 ×');
  expect(lineOf(figure('a', 6))).not.toContain('×');
});

it('names what got worse by more than 15 %, by ratio where there is one', () => {
  const before = [figure('a', 10, 10), figure('b', 10), figure('c', 10), figure('d', 1, 1)];
  const after = [figure('a', 20, 20), figure('b', 11.5), figure('c', 11.6), figure('d', 1.2, 1)];
  const told = worsened(before, after);
  expect(told.map((it) => it.split(': ')[1]?.split(',')[0])).toEqual(['c', 'd']);
  expect(told[0]).toContain('16 %');
});

it('compares with the last run of the same bench on the same ground', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runs-'));
  const machine = { cores: 2, cpu: 'x', memoryGb: 8, node: 'v20', postgres: '18' };
  const run = (at: string, ground: string): Run => ({
    bench: 'search',
    at,
    machine,
    ground,
    figures: [],
  });
  try {
    expect(lastRun(folder, 'search', 'a')).toBeNull();
    for (const it of [
      run('2026-01-01T00:00:00.000Z', 'a'),
      run('2026-01-03T00:00:00.000Z', 'b'),
      run('2026-01-02T00:00:00.000Z', 'a'),
    ])
      keepRun(folder, it);
    expect(lastRun(folder, 'search', 'a')?.at).toBe('2026-01-02T00:00:00.000Z');
    expect(lastRun(folder, 'search', 'c')).toBeNull();
    expect(lastRun(folder, 'step', 'a')).toBeNull();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('reads names, what to hurry over, and what the generator is told', () => {
  expect(readBench(['--quick', 'step', '--cases', '9', 'search', '--seed=3'])).toEqual({
    names: ['step', 'search'],
    quick: true,
    county: ['--cases', '9', '--seed=3'],
  });
});

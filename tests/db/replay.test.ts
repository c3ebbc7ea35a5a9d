import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { chainFault, type EventRow } from '@/lib/appeals/event';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { bigrams } from '@/lib/appeals/search-words';
import { db } from '@/lib/db/client';
import { type BadRow, reasonOf } from '@/lib/exchange/faults';
import { findImport } from '@/lib/exchange/import-record';
import { type ReplayOptions, replay } from '@/lib/exchange/replay';
import { mintImport } from '@/lib/people/actor';
import { person, ready, unitId } from '../support/county';

await ready();

const folder = mkdtempSync(join(tmpdir(), 'huiyin-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = '留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间';
const row = (
  number: string,
  more: Partial<Record<'at' | 'what' | 'answer' | 'until', string>> = {},
) =>
  [
    number,
    '李娜',
    `第 ${number} 号诉求`,
    more.at ?? '2019/4/25 9:32:09',
    more.what ?? `柳湾路第 ${number} 盏路灯不亮。`,
    more.answer ?? '已更换灯泡。',
    more.until ?? '2019/4/29 14:56:53',
  ].join(',');

let files = 0;
function table(rows: readonly (string | Buffer)[]): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  const lines = [header, ...rows].flatMap((it) => [Buffer.from(it), Buffer.from('\n')]);
  writeFileSync(path, Buffer.concat(lines));
  return path;
}

async function play(file: string, source: string, more: Partial<ReplayOptions> = {}) {
  const bad: BadRow[] = [];
  const words = { place: '未注明', said: '补记' };
  const usual = { columns: {}, unit: null, locale: 'zh' as const, words, atOnce: 8 };
  const done = await replay(
    { file, source, ...usual, ...more },
    { progress: () => {}, badRow: (it) => bad.push(it) },
  );
  if (!done.ok) throw new Error(done.problem);
  return { ...done, bad };
}

const caseOf = (source: string, number: string) =>
  db().appeal.findFirstOrThrow({
    where: { import: { source }, sourceNumber: number },
    include: { events: { orderBy: { seq: 'asc' } }, clocks: true, detail: true, voices: true },
  });

const verbsOf = (found: Awaited<ReturnType<typeof caseOf>>) => found.events.map((it) => it.verb);
const whole = ['file', 'dispatch', 'accept', 'contact', 'resolve', 'lapse'];

async function sourceState(source: string) {
  const appeals = await db().appeal.findMany({
    where: { import: { source } },
    include: { events: { orderBy: { seq: 'asc' } } },
  });
  return {
    numbers: appeals.map((it) => it.sourceNumber).toSorted(),
    events: appeals.reduce((sum, it) => sum + it.events.length, 0),
    faults: appeals.filter((it) => chainFault(it.events as unknown as EventRow[])).length,
  };
}

describe('an appeal of a table', () => {
  it('goes through every step, filing and reply at their true times', async () => {
    const done = await play(table([row('1')]), 'true times');
    expect(done.counts).toMatchObject({ read: 1, filed: 1, resolved: 1, there: 0, bad: 0 });

    const found = await caseOf('true times', '1');
    expect(verbsOf(found)).toEqual(whole);
    expect(found).toMatchObject({ status: 'closed', closedAs: 'lapsed', channel: 'imported' });
    expect(found.events[0]?.at).toEqual(new Date('2019-04-25T01:32:09Z'));
    expect(found.events[4]?.at).toEqual(new Date('2019-04-29T06:56:53Z'));
    expect(found.events.map((it) => it.assumed)).toEqual([false, true, true, true, false, true]);
    const rate = found.clocks.find((it) => it.kind === 'rate');
    expect(found.events[5]?.at).toEqual(rate?.dueAt);
    // Seven days from Monday 29 April 2019: 6 May, a working day after the holiday.
    expect(rate?.dueAt).toEqual(new Date('2019-05-06T10:00:00Z'));
    expect(found.clocks.map((it) => it.outcome)).not.toContain('late');
    expect(chainFault(found.events as unknown as EventRow[])).toBeNull();
    expect(found.voices[0]?.reach).toBe('none');
    const contact = await db().contact.findFirst({ where: { voice: { appealId: found.id } } });
    expect(contact).toMatchObject({ name: null, phone: null });
    expect(await db().notice.count({ where: { appealId: found.id } })).toBe(0);
  });

  it('is found by Chinese words', async () => {
    await play(table([row('1', { what: '桥下停车费乱收' })]), 'words');
    const found = await db().detail.findMany({ where: { words: { hasEvery: bigrams('停车费') } } });
    expect(found.map((it) => it.what)).toEqual(['桥下停车费乱收']);
  });

  it('goes to the unit that is named', async () => {
    const file = table([row('1')]);
    await play(file, 'named unit', { unit: 'housing' });
    const found = await caseOf('named unit', '1');
    const lead = await db().assignment.findFirstOrThrow({ where: { appealId: found.id } });
    expect(lead.unitId).toBe(unitId('housing'));
    await expect(play(file, 'no unit', { unit: 'nobody' })).rejects.toThrow('nobody');
    expect(await db().import.count({ where: { source: 'no unit' } })).toBe(0);
  });

  it('without a reply stays filed, and what is overdue at the end is stamped without a card', async () => {
    const source = 'no reply';
    await play(table([row('1', { answer: '', until: '' })]), source);
    const found = await caseOf(source, '1');
    expect(verbsOf(found)).toEqual(['file', 'stamp']);
    expect(found.clocks).toHaveLength(2);
    for (const clock of found.clocks) {
      expect(clock).toMatchObject({
        outcome: 'late',
        stoppedAt: null,
        yellowAt: null,
        redAt: null,
      });
    }
    const [turn] = await db().turn.findMany({ where: { appealId: found.id } });
    expect(turn).toMatchObject({ verb: 'dispatch', yellowAt: null, redAt: null });

    const again = await play(table([row('1')]), source);
    expect(again.counts).toMatchObject({ filed: 0, continued: 1, resolved: 1 });
    const [first, ...others] = whole;
    expect(verbsOf(await caseOf(source, '1'))).toEqual([first, 'stamp', ...others]);
  });
});

describe('bad rows', () => {
  it('are told with line and reason, and the rest is taken', async () => {
    const gbk = Buffer.from([0x37, 0x2c, 0xc2, 0xb7, 0xb5, 0xc6]);
    const done = await play(
      table([
        row('1'),
        row('2', { at: '' }),
        row('3', { until: '2019/4/20 8:00:00' }),
        gbk,
        row('4', { what: '路灯\0不亮' }),
        row('5', { what: '长'.repeat(350_000) }),
        `${row('6')},多一列`,
        row('7', { what: '' }),
        row('8', { answer: '"没有收尾的引号' }),
        row('1', { what: '同号，另一件事' }),
        row('1'),
        row('9'),
      ]),
      'bad rows',
    );
    const told = done.bad.toSorted((a, b) => a.line - b.line);
    expect(told.map((it) => [it.line, it.number, it.fault.code])).toEqual([
      [3, '2', 'noTime'],
      [4, '3', 'replyBeforeAppeal'],
      [5, null, 'notUtf8'],
      [6, null, 'nul'],
      [7, '5', 'tooLong'],
      [8, '6', 'columns'],
      [9, '7', 'noText'],
      [10, null, 'quotes'],
      [11, '1', 'otherContent'],
    ]);
    for (const { fault } of told) expect(reasonOf(fault)).not.toMatch(/[{}]/);
    expect(done.counts).toMatchObject({ read: 12, filed: 2, resolved: 2, there: 1, bad: 9 });
    expect((await sourceState('bad rows')).numbers).toEqual(['1', '9']);
  });
});

describe('a second run', () => {
  it('adds nothing and leaves the import finished', async () => {
    const file = table(['1', '2', '3'].map((it) => row(it)));
    await play(file, 'twice');
    const before = await sourceState('twice');
    const first = await db().import.findUniqueOrThrow({ where: { source: 'twice' } });
    const done = await play(file, 'twice');
    expect(done.counts).toMatchObject({ read: 3, filed: 0, continued: 0, there: 3, bad: 0 });
    expect(done.figures).toMatchObject({ resolved: 3, late: 0 });
    expect(await sourceState('twice')).toEqual(before);
    const second = await db().import.findUniqueOrThrow({ where: { source: 'twice' } });
    expect(second).toEqual(first);
    expect(first.finishedAt).not.toBeNull();
  });

  it('takes what has been added, and never touches what people have taken up', async () => {
    const source = 'grown';
    const open = row('1', { answer: '', until: '' });
    await play(table([open]), source);
    const { id } = await caseOf(source, '1');
    const input = { unitId: unitId('liuwan') };
    const taken = await perform({ appealId: id, verb: 'dispatch', input }, person('chenjing'));
    expect(taken.ok).toBe(true);

    const done = await play(table([row('1'), row('2')]), source);
    expect(done.counts).toMatchObject({ filed: 1, continued: 0, there: 1 });
    expect(verbsOf(await caseOf(source, '1'))).toEqual(['file', 'stamp', 'dispatch']);
    expect(verbsOf(await caseOf(source, '2'))).toEqual(whole);
  });

  it('goes on from a half-played case, which is nobody else’s meanwhile', async () => {
    const source = 'half played';
    const { id: importId } = await findImport(source);
    const at = (text: string) => mintImport(importId, new Date(text));
    const filed = await fileAppeal(
      { input: { what: '柳湾路第 1 盏路灯不亮。', place: '未注明' }, sourceNumber: '1' },
      at('2019-04-25T01:32:09Z'),
    );
    if (!filed.ok) throw new Error(filed.code);
    const { appealId } = filed;
    const step = { appealId, verb: 'dispatch', input: { unitId: unitId('liuwan') } } as const;
    expect(await perform(step, person('chenjing'))).toMatchObject({ code: 'importRunning' });
    expect((await perform(step, at('2019-04-25T02:00:00Z'))).ok).toBe(true);
    expect(verbsOf(await caseOf(source, '1'))).toEqual(['file', 'dispatch']);

    const done = await play(table([row('1'), row('2')]), source);
    expect(done.counts).toMatchObject({ filed: 1, continued: 1, resolved: 2, there: 0 });
    const found = await caseOf(source, '1');
    expect(verbsOf(found)).toEqual(whole);
    expect(await sourceState(source)).toEqual({ numbers: ['1', '2'], events: 12, faults: 0 });

    // The check would see a step played twice or one left out.
    const events = found.events as unknown as EventRow[];
    expect(chainFault([...events.slice(0, 3), ...events.slice(2)])).not.toBeNull();
    expect(chainFault(events.toSpliced(2, 1))).not.toBeNull();
  });
});

describe('the command', () => {
  const script = ['--import', 'tsx', 'scripts/replay.ts'];
  const environment = () => ({ ...process.env, HUIYIN_DATA: join(folder, 'data'), INIT_CWD: '' });
  const run = (...words: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const env = environment();
      const child = execFile(process.execPath, [...script, ...words], { env }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });

  it('ends with 0 when all rows were taken, 1 when some were bad, 2 when it cannot begin', async () => {
    const good = await run(table([row('1')]), '--source', 'command');
    expect(good).toMatchObject({ code: 0, err: '' });
    expect(good.out).toMatch(/^read +1\nfiled +1\nresolved +1\n/);
    expect(good.out).toMatch(/median days to reply +4\.2\n/);

    const bad = await run(table([row('1', { at: '' })]), '--source', 'command');
    expect(bad).toMatchObject({ code: 1, err: 'line 2 (number 1): filedAt: there is no time\n' });
    expect((await run('--colour')).code).toBe(2);
    const missing = await run(join(folder, 'missing.csv'));
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read') });
  });

  it('killed in the middle and run again ends with nothing lost or doubled', async () => {
    const numbers = Array.from({ length: 240 }, (_, nth) => String(nth + 1));
    const file = table(numbers.map((it) => row(it)));
    const killed = spawn(process.execPath, [...script, file, '--source', 'killed'], {
      env: environment(),
      stdio: 'ignore',
    });
    const gone = new Promise((resolve) => killed.once('close', resolve));
    const playedSoFar = () => db().appeal.count({ where: { import: { source: 'killed' } } });
    while ((await playedSoFar()) < 60) await pause(20);
    killed.kill('SIGKILL');
    await gone;
    const before = await playedSoFar();
    expect(before).toBeLessThan(240);

    const { counts } = await play(file, 'killed');
    expect(counts.filed).toBe(240 - before);
    expect(counts.filed + counts.continued + counts.there).toBe(240);
    expect(await sourceState('killed')).toEqual({
      numbers: numbers.toSorted(),
      events: 240 * whole.length,
      faults: 0,
    });
  });
});

const real = '../shared/data/appeals_with_replies_zh.csv';

describe('the real file', () => {
  it('is read whole, and its median is the file’s own', { timeout: 240_000 }, async (test) => {
    if (!existsSync(real)) return test.skip(`${real} is not here`);
    const { counts, figures, bad } = await play(real, 'real');
    expect(counts.read).toBe(1408);
    expect(bad).toEqual([]);
    expect(counts).toMatchObject({ filed: 1408, resolved: 1408, bad: 0 });
    expect(figures.resolved).toBe(1408);
    expect(figures.medianDays?.toFixed(1)).toBe((await ownMedian(real)).toFixed(1));
    const found = await db().detail.count({ where: { words: { hasEvery: bigrams('停车费') } } });
    expect(found).toBeGreaterThan(3);
  });
});

/** Median days between the two columns, counted on wall times alone: the zone has no summer time. */
async function ownMedian(path: string): Promise<number> {
  const { parse } = await import('csv-parse/sync');
  const { readFileSync } = await import('node:fs');
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true });
  const at = (text = '') => {
    const [year, month = 1, ...rest] = text.split(/\D+/).map(Number);
    const [day, hour, minute, second] = rest;
    return Date.UTC(year ?? 0, month - 1, day, hour, minute, second);
  };
  const days = rows
    .map((it) => (at(it.答复时间) - at(it.留言时间)) / 86_400_000)
    .toSorted((a, b) => a - b);
  const middle = days.slice(Math.floor((days.length - 1) / 2), Math.floor(days.length / 2) + 1);
  return middle.reduce((sum, it) => sum + it, 0) / middle.length;
}

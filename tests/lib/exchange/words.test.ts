import { expect, it } from 'vitest';
import { badRowCsv, badRowLine } from '@/lib/exchange/bad-row-words';
import { progressLine } from '@/lib/exchange/progress-line';
import { readReplayArguments } from '@/lib/exchange/replay-arguments';
import { summaryOf } from '@/lib/exchange/summary';

const counts = { part: 0.5, read: 10, filed: 8, continued: 0, resolved: 7, there: 1, bad: 1 };

it('names the line, the number and the reason of a bad row', () => {
  const fault = { code: 'wrongTime', values: { field: 'filedAt', text: '25日' } } as const;
  expect(badRowLine({ line: 12, number: '7', fault })).toBe(
    'line 12 (number 7): filedAt: not a time: 25日',
  );
});

it('lets nothing in a bad row steer a terminal or be calculated by a spreadsheet', () => {
  const fault = { code: 'wrongTime', values: { field: 'filedAt', text: '\u001b[2J\nx' } } as const;
  expect(badRowLine({ line: 12, number: '\u001b]0;7', fault })).toBe(
    'line 12 (number ]0;7): filedAt: not a time: [2J x',
  );
  expect(badRowCsv({ line: 12, number: '=1+"1"', fault: { code: 'nul' } })).toBe(
    `12,"'=1+""1""",nul,a NUL character stands in it\n`,
  );
});

it('shows a bar on a terminal and a line now and then elsewhere', () => {
  const written: string[] = [];
  let clock = 0;
  const screen = { isTTY: true, columns: 60, write: (text: string) => void written.push(text) };
  const bar = progressLine(screen, () => clock);
  clock = 1_000;
  bar.show(counts);
  bar.show(counts);
  bar.quiet();
  expect(written).toEqual([
    expect.stringMatching(/\[={12} {12}\] 50 % · 10 read · 8 filed/),
    '\r\u001b[K',
  ]);

  written.length = 0;
  const lines = progressLine({ ...screen, isTTY: false }, () => clock);
  lines.show(counts);
  clock = 7_000;
  lines.show(counts);
  expect(written).toEqual(['50 % · 10 read · 8 filed · 1 already there · 1 bad · 1 a second\n']);
});

it('sums up with shares and what they are shares of', () => {
  const lines = summaryOf(counts, { resolved: 7, medianDays: 11.77, late: 2 });
  expect(lines).toContain('median days to reply    11.8');
  expect(lines).toContain('past the promise        28.6 % (2 of 7)');
  const none = summaryOf(counts, { resolved: 0, medianDays: null, late: 0 });
  expect(none).toContain('past the promise        –');
});

it('understands the command line', () => {
  expect(readReplayArguments(['a/b.csv', '--column', 'what=正文', '--at-once', '2'])).toEqual({
    file: 'a/b.csv',
    source: 'b.csv',
    columns: { what: '正文' },
    unit: null,
    locale: 'zh',
    place: null,
    report: null,
    atOnce: 2,
  });
});

it.each([
  [[]],
  [['a.csv', 'b.csv']],
  [['a.csv', '--colour']],
  [['a.csv', '--column', 'who=姓名']],
  [['a.csv', '--column', 'what=']],
  [['a.csv', '--at-once', '0']],
  [['a.csv', '--locale', 'fr']],
])('does not understand %j', (words) => {
  expect(readReplayArguments(words)).toHaveProperty('problem');
});

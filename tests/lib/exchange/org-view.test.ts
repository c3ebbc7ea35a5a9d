import { expect, it } from 'vitest';
import type { Doing, PlannedLine } from '@/lib/exchange/org/fault';
import { viewOf } from '@/lib/exchange/org/view';

/** Words that show their key and what was put in. */
const said = (key: string, values: object = {}) =>
  [key, ...Object.entries(values).map(([name, it]) => `${name}=${it}`)].join(' ');
const spoken = { t: said, words: said };

const planned = (
  line: number,
  doing: Doing,
  differences: PlannedLine<null>['differences'] = {},
): PlannedLine<null> => ({ line, doing, name: `第${line}`, differences, wanted: null });

const viewed = (
  kind: 'units' | 'people',
  lines: PlannedLine<null>[],
  faults: { line: number; code: string; values?: Record<string, string> }[] = [],
) =>
  viewOf(kind, { faults, lines, digest: 'd' } as unknown as Parameters<typeof viewOf>[1], spoken);

it('says what each line would do, leaves out those that do nothing, and counts them all', () => {
  const view = viewed('people', [
    planned(2, 'new', {
      name: { before: '', after: '甲' },
      roles: { before: '', after: 'handler, leader' },
      email: { before: '', after: '' },
    }),
    planned(3, 'unchanged'),
    planned(4, 'changed', { roles: { before: 'handler', after: '' } }),
  ]);
  expect(view.counts).toEqual({ new: 1, changed: 1, unchanged: 1 });
  expect(view.lines.map(({ line }) => line)).toEqual([2, 4]);
  // The name stands beside it already, and of somebody new nothing that is empty is told.
  expect(view.lines[0]?.details).toEqual([
    'detailNew column=column.people.roles before=nothing after=role.handlerandrole.leader',
  ]);
  expect(view.lines[1]?.details).toEqual([
    'detailChanged column=column.people.roles before=role.handler after=nothing',
  ]);
});

it('names kinds of units and roles in words, in what is wrong too', () => {
  const kind = { kind: { before: 'street', after: 'community' } };
  expect(viewed('units', [planned(2, 'changed', kind)]).lines[0]?.details).toEqual([
    'detailChanged column=column.units.kind before=unitKind.street after=unitKind.community',
  ]);
  const clash = { line: 2, code: 'rolesClash', values: { one: 'handler', other: 'supervisor' } };
  const unknown = { line: 3, code: 'unknownUnit', values: { unit: 'x' } };
  expect(viewed('people', [], [clash, unknown]).faults).toEqual([
    { line: 2, words: 'fault.rolesClash one=role.handler other=role.supervisor' },
    { line: 3, words: 'fault.unknownUnit unit=x' },
  ]);
});

it('shows as many as somebody reads and says how many more there are', () => {
  const lines = Array.from({ length: 230 }, (_, nth) => planned(nth + 2, 'new'));
  const faults = Array.from({ length: 130 }, (_, nth) => ({ line: nth + 2, code: 'x' }));
  const view = viewed('units', lines, faults);
  expect(view.lines).toHaveLength(200);
  expect(view.more).toBe(30);
  expect(view.faults).toHaveLength(100);
  expect(view.faulty).toBe(130);
});

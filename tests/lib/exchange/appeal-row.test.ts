import { expect, it } from 'vitest';
import { cutTitle, readAppealRow } from '@/lib/exchange/appeal-row';
import { layoutOf } from '@/lib/exchange/columns';

const header = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间'];
const layout = layoutOf(header, {});
if ('problem' in layout) throw new Error(layout.problem);
const reading = {
  layout,
  zone: 'Asia/Shanghai',
  place: '未注明',
  now: new Date('2026-11-20T10:00:00Z'),
};
const good = [
  '7',
  '李娜',
  '路灯不亮',
  '2019/4/25 9:32:09',
  '路口三盏路灯不亮',
  '已修好',
  '2019/5/10 14:56:53',
];

const read = (change: Record<number, string> = {}) =>
  readAppealRow(Object.assign([...good], change), reading);

it('reads a row at the wall time of the zone, and never who filed it', () => {
  const found = read();
  expect(found).toEqual({
    row: {
      number: '7',
      filedAt: new Date('2019-04-25T01:32:09Z'),
      filing: { what: '路口三盏路灯不亮', place: '未注明', title: '路灯不亮' },
      reply: { at: new Date('2019-05-10T06:56:53Z'), answer: '已修好' },
      unit: null,
    },
  });
  expect(JSON.stringify(found)).not.toContain('李娜');
});

it('takes an appeal nobody has answered', () => {
  expect(read({ 5: '', 6: '' })).toMatchObject({ row: { reply: null } });
});

// biome-ignore format: one line a fault
it.each([
  ['no number',                { 0: ' ' },                          'noNumber'],
  ['no time of filing',        { 3: '' },                           'noTime'],
  ['a date alone',             { 3: '2019/4/25' },                  'wrongTime'],
  ['30 February',              { 3: '2019/2/30 9:00' },             'wrongTime'],
  ['filed in the future',      { 3: '2031/1/1 0:00', 6: '2031/1/2 0:00' }, 'future'],
  ['a reply before the appeal', { 6: '2019/4/25 9:32:08' },         'replyBeforeAppeal'],
  ['a reply without time',     { 6: '' },                           'noTime'],
  ['a time without reply',     { 5: '' },                           'noText'],
  ['no text',                  { 4: ' \n ' },                       'noText'],
  ['a megabyte of text',       { 4: '长'.repeat(350_000) },         'tooLong'],
  ['a control character',      { 4: '路灯\u0007不亮' },             'badCharacters'],
  ['a mark that turns text',   { 5: '已\u202e修好' },               'hiddenMarks'],
])('refuses %s', (_, change: Record<number, string>, code) => {
  expect(read(change)).toHaveProperty('code', code);
});

it('refuses a row with another number of cells', () => {
  expect(readAppealRow(good.slice(1), reading)).toEqual({
    code: 'columns',
    values: { count: 6, expected: 7 },
  });
});

it('cuts a heading at sixty characters as people count them', () => {
  expect(cutTitle(' 路灯\n 不亮 ')).toBe('路灯 不亮');
  expect(cutTitle('𠮷'.repeat(60))).toBe('𠮷'.repeat(60));
  expect(cutTitle('𠮷'.repeat(61))).toBe(`${'𠮷'.repeat(59)}…`);
});

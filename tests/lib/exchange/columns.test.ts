import { expect, it } from 'vitest';
import { layoutOf } from '@/lib/exchange/columns';

it('knows columns by Chinese and English names', () => {
  const chinese = [
    '留言编号',
    '留言用户',
    '留言主题',
    '留言时间',
    '留言详情',
    '答复意见',
    '答复时间',
  ];
  expect(layoutOf(chinese, {})).toEqual({
    at: { number: 0, title: 2, filedAt: 3, what: 4, answer: 5, answeredAt: 6 },
    width: 7,
  });
  expect(layoutOf(['Case_Number', 'Filed At', 'what'], {})).toEqual({
    at: { number: 0, filedAt: 1, what: 2 },
    width: 3,
  });
});

it('takes a column named by option before one it knows', () => {
  expect(layoutOf(['编号', '序号', '内容', '留言时间'], { number: '序号' })).toMatchObject({
    at: { number: 1 },
  });
});

it('says which column is missing', () => {
  expect(layoutOf(['编号', '内容'], {})).toHaveProperty(
    'problem',
    expect.stringContaining('filedAt'),
  );
  expect(layoutOf(['编号', '内容', '留言时间', '答复意见'], {})).toHaveProperty(
    'problem',
    expect.stringContaining('answeredAt'),
  );
  expect(layoutOf(['编号', '内容', '留言时间'], { place: '地址' })).toHaveProperty(
    'problem',
    'There is no column 地址.',
  );
});

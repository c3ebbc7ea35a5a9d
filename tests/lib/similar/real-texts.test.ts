import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLabels } from '@/scripts/measure-texts/labels';
import { readTexts } from '@/scripts/measure-texts/texts';

it('what a person said of real texts can be read', () => {
  const path = join(import.meta.dirname, '../../fixtures/real-texts.json');
  const { pairs, categories } = readLabels(readFileSync(path, 'utf8'));
  expect(pairs.length).toBeGreaterThan(100);
  expect(categories.length).toBeGreaterThan(100);
});

it('texts without a place are given the places their title names, at the instant they were written', () => {
  const [first, second] = readTexts(
    [
      '留言编号,留言用户,留言主题,留言时间,留言详情,反对数,点赞数',
      '1,A1,安泉里3号楼的电梯停了,2019/2/8 9:05:06,三天了,0,0',
      '2,A2,什么时候能办好,2019-11-22 16:54:42,,0,0',
    ].join('\n'),
  );
  expect(first).toEqual({
    title: '安泉里3号楼的电梯停了',
    what: '三天了',
    place: '安泉里3号楼',
    at: new Date('2019-02-08T09:05:06+08:00'),
  });
  expect(second).toMatchObject({ place: '无', what: '什么时候能办好' });
});

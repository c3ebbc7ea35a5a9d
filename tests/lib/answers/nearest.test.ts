import { expect, it } from 'vitest';
import { nearest } from '@/lib/answers/nearest';

const questions = [
  '暖气什么时候开始供？',
  '暖气不热找谁？',
  '怎么办居住证？',
  '医保卡丢了怎么补办？',
  '电动车在哪里上牌？',
].map((question, nth) => ({ id: String(nth), question, questionEn: null }));

const found = (what: string) => nearest(what, questions).map((it) => it.question);

it.each([
  ['我家暖气不热，找了物业没人管', '暖气不热找谁？'],
  ['想办居住证，不知道怎么办', '怎么办居住证？'],
  ['我妈妈的医保卡丢了，要补办', '医保卡丢了怎么补办？'],
])('%s', (what, question) => {
  expect(found(what)[0]).toBe(question);
});

it.each(['楼下的路灯三天不亮', '消防通道被车堵了', ''])('nothing of: %s', (what) => {
  expect(found(what)).toEqual([]);
});

it('no more than three', () => {
  const many = Array.from({ length: 9 }, (_, nth) => ({
    id: String(nth),
    question: '暖气不热找谁？',
    questionEn: null,
  }));
  expect(nearest('暖气不热', many)).toHaveLength(3);
});

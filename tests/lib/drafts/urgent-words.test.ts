import { expect, it } from 'vitest';
import { urgentNumbers } from '@/lib/drafts/urgent-words';

it.each([
  ['楼下着火了，浓烟往上冒', ['119']],
  ['厨房煤气泄漏，味道很大', ['119']],
  ['电梯停了，老人被困在里面', ['119']],
  ['工地塌了，压着人', ['119']],
  ['有人晕倒在路边，叫不醒', ['120']],
  ['煤气中毒，两个人昏迷', ['120']],
  ['楼上男的拿刀要砍人', ['110']],
  ['隔壁又在家暴，打老婆', ['110']],
  ['I smell gas in the stairwell', ['119']],
  ['A man is stuck in the lift', ['119']],
  ['My father is unconscious', ['120']],
  ['He has a knife', ['110']],
])('“%s” asks to call first', (text, numbers) => {
  expect(urgentNumbers(text)).toEqual(numbers);
});

// Most appeals that name a danger speak of what may come of it.
it.each([
  '消防通道被堵，万一着火救护车进不来',
  '电瓶车在楼道充电，容易引起火灾',
  '去年这里起火，到现在没有修',
  '暖气片漏水，屋里只有 14 度',
  '怕老人摔伤，请装扶手',
  '楼道灯坏了',
  '路面塌了一块，骑车会摔',
  '落水管断了，墙上都是水',
  'If there was a fire nobody could get out; it might be on fire one day',
  'The radiator leaks',
])('“%s” does not', (text) => {
  expect(urgentNumbers(text)).toEqual([]);
});

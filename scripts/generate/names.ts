import type { Dice } from '@/prisma/seed/dice';

/** Names of invented people and places, put together of parts. */

const families = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
];
const givens = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅春雨晨浩宇欣怡佳文博思远',
];

export function personName(roll: Dice): string {
  const second = roll.often(0.72) ? roll.pick(givens) : '';
  return `${roll.pick(families)}${roll.pick(givens)}${second}`;
}

const firsts = [...'青云锦安康和瑞清金翠石竹松梅兰泉溪湖月星枫柏银永长新宝福嘉望荷澜霞'];
const seconds = [...'泉岭桥河湾溪塘山坡园林堤庄坊台洲源平丰远岸浦渡田屯'];

/** Every pair once: 30 × 25 names, then the same with a third part. */
export function placeName(nth: number): string {
  const third =
    ['', '北', '南', '东', '西', '上', '下', '新', '老'][
      Math.floor(nth / (firsts.length * seconds.length)) % 9
    ] ?? '';
  // Coprime to the number of pairs, so that neighbours do not sound alike.
  const pair = (nth * 337) % (firsts.length * seconds.length);
  return `${third}${firsts[pair % firsts.length]}${seconds[Math.floor(pair / firsts.length)]}`;
}

/** One of 700,000 numbers of a range that is not given out: four zeros after the first three digits. */
export const phoneOf = (nth: number): string =>
  `1${30 + (nth % 70)}0000${String(Math.floor(nth / 70) % 10_000).padStart(4, '0')}`;

import type { Dice } from './dice';

/** What stands in a street or town of the county; everything here is invented. */
export interface Area {
  unit: string;
  estates: readonly string[];
  /** Those of the estates that were built lately: with lifts, a repair fund, an entrance gate. */
  modern?: readonly string[];
  villages: readonly string[];
  roads: readonly string[];
  markets: readonly string[];
  schools: readonly string[];
  parks: readonly string[];
}

// biome-ignore format: one line a kind of place
export const areas: readonly Area[] = [
  {
    unit: 'liuwan',
    estates: ['安康里小区', '和平家园', '北苑小区', '柳岸花园', '柳湾二村'],
    modern: ['和平家园', '北苑小区', '柳岸花园'],
    villages: ['后柳村', '前柳村'],
    roads: ['柳湾中路', '柳湾一巷', '和平路', '安康路与柳湾中路路口'],
    markets: ['柳湾便民市场'],
    schools: ['柳湾小学', '柳湾中学'],
    parks: ['柳湾湿地公园', '安康里小广场'],
  },
  {
    unit: 'chengguan',
    estates: ['西关新村', '书院街 18 号院', '书院街 20 号院', '东街 7 号院', '老粮库家属院'],
    villages: ['城郊村', '西河村'],
    roads: ['书院街', '东街', '西关大街', '书院街与东街路口', '火车站广场东侧'],
    markets: ['城关镇农贸市场'],
    schools: ['实验小学', '城关一中'],
    parks: ['人民公园', '滨河公园'],
  },
  {
    unit: 'donghu',
    estates: ['湖畔花园', '幸福苑', '锦绣小区', '东湖新城', '印染厂宿舍'],
    modern: ['湖畔花园', '幸福苑', '锦绣小区', '东湖新城'],
    villages: ['湖东村'],
    roads: ['东湖大道', '锦绣路', '湖滨路', '东湖大道与锦绣路路口'],
    markets: ['东湖菜场'],
    schools: ['东湖小学', '东湖幼儿园'],
    parks: ['东湖公园', '锦绣广场'],
  },
  {
    unit: 'xinhe',
    estates: ['新河苑', '澄水名邸', '铁路二村', '丰收里'],
    modern: ['新河苑', '澄水名邸', '丰收里'],
    villages: ['河口村'],
    roads: ['新河路', '工业三路', '跃进桥东', '丰收路'],
    markets: ['新河早市'],
    schools: ['新河小学', '新河幼儿园'],
    parks: ['新河带状公园'],
  },
  {
    unit: 'beiqiao',
    estates: ['北桥家园', '粮站宿舍', '北桥中学宿舍'],
    villages: ['桥北村', '古渡村', '石井村'],
    roads: ['北桥正街', '老桥头', '县道北桥段'],
    markets: ['北桥集市'],
    schools: ['北桥中学', '桥北小学'],
    parks: ['北桥文化广场'],
  },
  {
    unit: 'shitang',
    estates: ['石塘安置小区', '矿山家属院'],
    villages: ['石塘村', '上塘村', '下塘村', '莲花村'],
    roads: ['石塘街', '环塘路'],
    markets: ['石塘集市'],
    schools: ['石塘小学'],
    parks: ['石塘文化广场'],
  },
  {
    unit: 'yunling',
    estates: ['云岭移民新村'],
    villages: ['云岭村', '松树坪', '茶园村', '白石沟'],
    roads: ['云岭盘山路', '乡道茶园段'],
    markets: ['云岭集市'],
    schools: ['云岭小学'],
    parks: ['云岭文化广场'],
  },
];

export type Where =
  | 'home'
  | 'block'
  | 'estate'
  | 'modern'
  | 'tower'
  | 'village'
  | 'house'
  | 'road'
  | 'market'
  | 'school'
  | 'park';

const whole = (dice: Dice, from: number, to: number) => Math.floor(dice.between(from, to + 1));

/** A place of that kind, as people write it. */
export function placeIn(area: Area, where: Where, dice: Dice): string {
  const block = () => {
    const estate = dice.pick(area.estates);
    // A yard of a street has few houses.
    return `${estate} ${whole(dice, 1, /院|宿舍/.test(estate) ? 4 : 12)} 号楼`;
  };
  switch (where) {
    case 'home': {
      const room = `${whole(dice, 1, 6)}0${whole(dice, 1, 3)}`;
      return `${block()} ${whole(dice, 1, 3)} 单元 ${room}`;
    }
    case 'block':
      return block();
    case 'estate':
      return dice.pick(area.estates);
    case 'modern':
      return dice.pick(area.modern ?? area.estates);
    case 'tower':
      return `${dice.pick(area.modern ?? area.estates)} ${whole(dice, 1, 12)} 号楼`;
    case 'village':
      return `${dice.pick(area.villages)}${dice.pick(['村口', '东头', '西头', '三组', '老井旁', ''])}`;
    case 'house':
      return `${dice.pick(area.villages)} ${whole(dice, 1, 9)} 组`;
    case 'road':
      return `${dice.pick(area.roads)}${dice.pick(['', '', '公交站旁', '加油站对面'])}`;
    case 'market':
      return dice.pick(area.markets);
    case 'school':
      return dice.pick(area.schools);
    case 'park':
      return dice.pick(area.parks);
  }
}

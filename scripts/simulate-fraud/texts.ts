import type { Dice } from '@/prisma/seed/dice';

const openings = [
  '前天晚上回来的时候发现',
  '从上个月开始',
  '昨天一早出门',
  '家里老人打电话说',
  '孩子放学回来告诉我',
  '住了十几年了',
  '下雨以后',
  '这个礼拜一直',
  '国庆前就跟物业讲过',
  '过完年到现在',
  '楼下邻居也看见了',
  '我们一家五口',
  '退休以后天天从这里走',
  '隔壁单元也是一样',
  '上次来人看过之后',
  '刚搬来不久',
  '每天夜里十一点以后',
  '中午做饭的时候',
  '双休日最厉害',
  '台风过后',
];
const matters = [
  '楼道里的灯全都不亮了，摸黑上楼很怕摔倒',
  '小区门口的井盖翘起来一块，自行车过不去',
  '暖气管摸上去只有一点点温',
  '水龙头放出来的水发黄还有铁锈味',
  '电梯停在三楼不动已经好几天了',
  '消防通道被两辆面包车堵得死死的',
  '垃圾桶满得溢出来没有人收',
  '楼上装修敲墙敲到半夜才停',
  '门前那条路挖开以后一直没有填平',
  '公交站牌倒在绿化带里没人扶',
  '烧烤摊的油烟直接往窗户里灌',
  '下水道反水把厨房地板都泡了',
  '路灯杆歪了电线露在外面',
  '河边的护栏断了一大截',
  '健身器材的螺丝松了孩子差点摔下来',
  '停车位被人用地锁占着不让停',
  '工地凌晨还在打混凝土',
  '公厕的门锁坏了里面没有水',
  '变压器嗡嗡响整夜睡不着',
  '行道树的枝子快要压到电线上',
  '村里的水泥路裂得像蜘蛛网',
  '化粪池的盖子一踩就晃',
  '养狗的不牵绳见人就扑',
  '广场舞的音箱对着居民楼放',
  '菜市场污水流到人行道上',
  '燃气表走得比以前快了一倍',
  '医保报销的单子退回来三次',
  '学校门口早上堵得救护车都进不去',
  '天桥的台阶掉了好几块瓷砖',
  '雨篷漏水滴在配电箱上',
];
const details = [
  '我数了一下前后有六七处',
  '问过值班的人说不归他管',
  '拍了照片可以给你们看',
  '上面贴的电话打不通',
  '旁边就是幼儿园',
  '八十岁的母亲出不了门',
  '已经有两个人摔过',
  '冬天结冰就更危险',
  '物业说没有钱修',
  '社区的人来登记过一回',
  '味道大得不敢开窗',
  '一到饭点就更严重',
  '晚上根本没法睡',
  '邻居们都有意见',
  '收费的时候倒是很快',
  '连着三天都是这样',
  '白天看着好好的到夜里就犯',
  '修过一次没几天又坏了',
  '门口的保安也劝不动',
  '网上查不到归哪个单位',
  '听说别的小区早就弄好了',
  '水漫到了一楼人家',
  '轮椅完全推不过去',
  '骑车的人都绕到马路中间',
];
const wishes = [
  '请派人来看一看',
  '希望早点修好',
  '能不能给个准信',
  '麻烦催一催',
  '盼望有人管管',
  '请给一个处理的时间',
  '最好周末以前弄好',
  '谢谢你们',
  '不要再推来推去了',
  '请告诉我们找谁',
  '希望不要只贴一张通知',
  '能不能先围起来',
  '请到现场看了再答复',
  '修好了请打个电话',
  '我们可以配合',
  '拜托了',
];

/** What somebody writes: hardly two of them alike, unless one has copied the other. */
export function words(dice: Dice, topics: readonly number[]): string {
  const matter = matters[dice.pick(topics) % matters.length];
  const number = 1 + Math.floor(dice.next() * 60);
  return `${dice.pick(openings)}，${number}号楼${matter}。${dice.pick(details)}，${dice.pick(details)}。${dice.pick(wishes)}。`;
}

export const topicsOf = (dice: Dice): number[] =>
  Array.from({ length: 10 }, () => Math.floor(dice.next() * matters.length));

/** Somebody's words passed on, with another number and another ending. */
export function copied(dice: Dice, text: string): string {
  return text
    .replace(/\d+号楼/, `${1 + Math.floor(dice.next() * 60)}号楼`)
    .replace(/[^。]+。$/, `${dice.pick(wishes)}。`);
}

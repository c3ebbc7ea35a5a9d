import { settings } from '@/lib/env';
import { addDays, civilDateOf } from '@/lib/time/civil';
import { accept, contact, dispatch, grant, judge, miss, resolve, step } from './acts';
import { awake } from './moments';
import type { Act, Scene } from './scene';

const day = 24;

/** Clocks on hold, and causes that lie above: waiting for a resident, for a test, for another department. */
export function heldScenes(at: Date): Scene[] {
  const zone = settings().timeZone;
  const today = civilDateOf(at, zone);
  const onDay = (days: number) => addDays(today, days);
  const list = [...questionScenes(), ...testScenes(onDay), ...causeScenes(onDay)];
  return list.map((it) => awake(it, at, zone));
}

const question = (after: number, by: string, words: string): Act =>
  step(after, by, 'ask', { question: words });

const causeAbove = (
  after: number,
  by: string,
  about: { causeClass: string; ownerUnitId: string; cause: string; reason: string },
): Act => step(after, by, 'askFor', { kind: 'cause', ...about });

const questionScenes = (): Scene[] => [
  {
    ago: 4 * day,
    what: '楼上的空调外机架子锈断了一根，正对着我家窗户，怕掉下来。',
    place: '安康里 7 号楼',
    filing: { name: '龚玉梅', phone: '13300007501', kind: 'report' },
    acts: [
      dispatch(0.4, 'liuwan', 'property'),
      accept(1.2, 'zhaolimin'),
      contact(3, 'zhaolimin', '先在楼下拉了警戒线，问清是哪一户'),
      miss(26, 'zhaolimin', '想约上门看架子，电话没有人接'),
      miss(50, 'zhaolimin', '又打了一次，还是没有人接'),
      question(54, 'zhaolimin', '修架子要从您家窗户递工具，哪一天、几点家里有人？'),
    ],
  },
  {
    ago: 19 * day,
    what: '单元门的门禁坏了，老人忘带钥匙就在外面冻着。',
    place: '锦绣小区 2 号楼',
    filing: { name: '霍桂兰', phone: '13300007502' },
    acts: [
      dispatch(0.4, 'housing', 'property'),
      accept(1.2, 'qinyue'),
      contact(4, 'qinyue', '门先常开，晚上保安关'),
      miss(26, 'qinyue', '没有接'),
      miss(50, 'qinyue', '没有接'),
      question(54, 'qinyue', '换新门禁可以刷卡，也可以按号码。您家老人用哪一种方便？'),
      step(78, 'voice', 'answerQuestion', {
        questionId: 'open',
        words: '刷卡吧，号码他记不住。要三张。',
      }),
      resolve(130, 'qinyue', '换成了刷卡的门禁，您家三张卡送到了，老人当面试过。'),
      judge(150, 1, 'yes', 'satisfied', 'satisfied', '还记得问我们一句。'),
    ],
  },
];

const waterRule = '《生活饮用水卫生标准》GB 5749—2022；《城市供水水质管理规定》第二十条';

const testScenes = (onDay: (days: number) => string): Scene[] => [
  {
    ago: 20 * day,
    what: '自来水烧开了有一层白沫，不敢给孩子喝。',
    place: '东湖新城 11 号楼',
    filing: { name: '曲海燕', phone: '13300007503' },
    acts: [
      dispatch(0.5, 'tapwater', 'water'),
      accept(1.3, 'liangshui'),
      contact(5, 'liangshui', '当天取了您家和总管的水样'),
      step(30, 'liangshui', 'askFor', {
        kind: 'test',
        untilOn: onDay(-5),
        basis: waterRule,
        reason: '水样要送市里的检测站做全项，站里说十天出结果。',
      }),
      grant(34, '全项检测按规定要做，结果出来前停表，每天的余氯照测照公布。'),
      step(10 * day, 'liangshui', 'endHold', { holdId: 'open', note: '全项合格，硬度偏高。' }),
      resolve(
        11 * day,
        'liangshui',
        '106 项全部合格，白沫是水里的钙镁烧出来的，不伤人。检测报告贴在单元门口，也发给您一份。',
      ),
      judge(12 * day, 1, 'yes', 'satisfied', 'neutral', '看到报告就放心了。'),
    ],
  },
  {
    ago: 5 * day,
    what: '地铁工地开了以后，家里承重墙裂了两道，手指能伸进去。',
    place: '丰收路 18 号院 3 号楼',
    filing: { name: '祁连生', phone: '13300007504', kind: 'complaint' },
    acts: [
      dispatch(0.5, 'housing', 'property'),
      accept(1.4, 'qinyue'),
      contact(4, 'qinyue', '当天上门，先加了支撑，量了裂缝'),
      step(28, 'qinyue', 'askFor', {
        kind: 'test',
        untilOn: onDay(18),
        basis: '《城市危险房屋管理规定》第七条：由鉴定机构鉴定',
        reason: '要由鉴定机构做房屋安全鉴定，才分得清是谁的责任、怎么加固。',
      }),
      grant(32, '鉴定是法定的。等的这段时间，每周量一次裂缝，数字告诉居民。'),
    ],
  },
];

const causeScenes = (onDay: (days: number) => string): Scene[] => [
  {
    ago: 16 * day,
    what: '顶楼漏雨三年了，要动维修资金，签字怎么也签不够。',
    place: '安康里 12 号楼 6 层',
    filing: { name: '詹秋生', phone: '13300007505' },
    acts: [
      dispatch(0.6, 'liuwan', 'property'),
      accept(1.5, 'zhaolimin'),
      contact(5, 'zhaolimin', '上楼看过，先铺了防水布'),
      causeAbove(30, 'zhaolimin', {
        causeClass: 'rule',
        ownerUnitId: 'housing',
        cause: '维修资金使用办法第 12 条：须三分之二业主签字',
        reason: '这栋楼一半是出租的，业主找不到人。街道没有权改签字的办法。',
      }),
      grant(36, '三年的材料看过，确实卡在签字的规定上，归住建局管。'),
      step(4 * day, 'hewei', 'answerCause', {
        byOn: onDay(60),
        plan: '两个月内出应急使用的办法：漏雨、电梯这类急的，业委会公示七天没有人反对就能用。',
      }),
      resolve(
        6 * day,
        'zhaolimin',
        '屋面先用应急资金补好，这个雨季不会再漏。彻底翻修等新办法，住建局说了日子。',
        'partly',
      ),
      judge(7 * day, 1, 'partly', 'neutral', 'satisfied', '总算有人说清楚卡在哪里了。'),
    ],
  },
  {
    ago: 6 * day,
    what: '村口的桥是危桥，大车还在走，修桥的钱说了两年没有下来。',
    place: '城关镇下塘村村口',
    filing: { name: '闻大柱', phone: '13300007506' },
    acts: [
      dispatch(0.5, 'chengguan', 'roads-surface'),
      accept(1.3, 'maqiang'),
      contact(6, 'maqiang', '装了限高限重的杆，大车绕行'),
      causeAbove(32, 'maqiang', {
        causeClass: 'budget',
        ownerUnitId: 'transport',
        cause: '农村公路危桥改造项目库：本桥未列入',
        reason: '重建要一百六十万，镇里一年的养护经费只有八万，要列入县里的项目库。',
      }),
      grant(40, '危桥评定是四类，不列项目库镇里确实修不了，归交通局。'),
    ],
  },
];

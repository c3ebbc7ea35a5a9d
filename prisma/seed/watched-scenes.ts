import { settings } from '@/lib/env';
import { addDays, civilDateOf } from '@/lib/time/civil';
import {
  accept,
  ask,
  contact,
  dispatch,
  grant,
  judge,
  miss,
  refuse,
  resolve,
  step,
  supervise,
} from './acts';
import { awake } from './moments';
import type { Scene } from './scene';

const day = 24;

/** More time asked for, parked, under supervision, objected to: what a county does beside the plain way. */
export function watchedScenes(at: Date): Scene[] {
  const zone = settings().timeZone;
  const today = civilDateOf(at, zone);
  const onDay = (days: number) => addDays(today, days);
  const list = [
    ...askedScenes(),
    ...parkedScenes(onDay),
    ...supervisedScenes(onDay),
    ...objectedScenes(),
  ];
  return list.map((it) => awake(it, at, zone));
}

const askedScenes = (): Scene[] => [
  {
    ago: 6 * day,
    what: '六楼外墙的瓷砖往下掉，昨天砸中一辆婴儿车的篷子，人没有事。',
    place: '锦绣小区 5 号楼',
    filing: { name: '余晓晓', phone: '13300007101', kind: 'report' },
    acts: [
      dispatch(0.3, 'housing', 'property'),
      accept(1.1, 'qinyue'),
      contact(3, 'qinyue', '当天先拉警戒线、搭安全通道'),
      ask(95, 'qinyue', 'extend', '整面墙要用吊篮敲查一遍，五天敲完再补，比约定的日子晚。', {
        amount: '5',
      }),
      grant(99, '掉砖的下方已经隔离，敲查又不能省，准延五天。'),
      step(110, 'qinyue', 'annotate', { note: '东面敲完，空鼓 31 处，已编号。' }),
    ],
  },
  {
    ago: 8 * day,
    what: '锦绣路中间沉下去一长条，公交车一过车底就擦地。',
    place: '锦绣路中段',
    filing: { phone: '13300007102', kind: 'report' },
    acts: [
      dispatch(0.5, 'transport', 'roads-surface'),
      accept(1.4, 'chefei'),
      contact(5, 'chefei', '先铺钢板，再查底下'),
      ask(90, 'chefei', 'extend', '要等雷达探测排期，申请七天。', { amount: '7' }),
      refuse(95, '雷达车县里就有，两天能到，不用七天。'),
      ask(118, 'chefei', 'extend', '探出空洞两处，注浆要养三天。', { amount: '3' }),
      grant(121, '探测结果附上了，理由成立，准三天。'),
    ],
  },
  {
    ago: 6.2 * day,
    what: '售楼时说的幼儿园，交房四年了还是一块荒地。',
    place: '东湖新城',
    filing: { name: '许宝贵', phone: '13300007103', kind: 'complaint' },
    acts: [
      dispatch(0.9, 'housing', 'deeds'),
      accept(2.2, 'hewei'),
      contact(20, 'hewei', '请业主把当时的宣传页带来'),
      ask(142, 'hewei', 'extend', '要和教育局一起定是公办还是普惠，联席会排在下周。', {
        amount: '7',
      }),
    ],
  },
  {
    ago: 5 * day,
    what: '地下车库的顶板一直滴水，车上一层白碱，擦不掉。',
    place: '澄水名邸地下车库',
    filing: { phone: '13300007104', kind: 'complaint' },
    acts: [
      dispatch(0.7, 'housing', 'leaks'),
      accept(1.9, 'qinyue'),
      contact(21, 'qinyue', '看了漏点，正对着上面的水池'),
      ask(96, 'qinyue', 'extend', '要先放干水池再找裂缝，申请四天。', { amount: '4' }),
    ],
  },
  {
    ago: 38 * day,
    what: '小区门口的石阶塌了两级，我妈拎着菜坐了个屁股墩。',
    place: '铁路二村南门',
    filing: { name: '谢东升', phone: '13300007105' },
    acts: [
      dispatch(0.4, 'xinhe', 'roads-surface'),
      accept(1.2, 'fanyu'),
      contact(4, 'fanyu', '先铺木板，加扶手绳'),
      ask(70, 'fanyu', 'extend', '底下是空的，要浇基础，多要四天。', { amount: '4' }),
      grant(73, '有照片，浇混凝土确要养护，准四天。'),
      resolve(220, 'fanyu', '石阶拆了重浇，加了不锈钢扶手，边上添了一条缓坡。'),
      judge(240, 1, 'yes', 'satisfied', 'satisfied', '还多了一条坡，推车也能上。'),
    ],
  },
];

const parkedScenes = (onDay: (days: number) => string): Scene[] => [
  {
    ago: 19 * day,
    what: '三部电梯停了一部，等配件，早上上班挤不进去。',
    place: '湖畔花园 9 号楼',
    filing: { name: '蔡文杰', phone: '13300007201', kind: 'complaint' },
    acts: [
      dispatch(0.4, 'market', 'lift-broken'),
      accept(1.3, 'zengli'),
      contact(6, 'zengli', '厂家说曳引机要定做'),
      ask(80, 'zengli', 'park', '曳引机由厂家定做，合同写明到货的日子，到货两天内装好。', {
        untilOn: onDay(16),
      }),
      grant(86, '看过合同，日子写得清楚。到日子这件事自己回来，不用您再说。'),
    ],
  },
  {
    ago: 26 * day,
    what: '门前的路挖了填、填了挖，能不能一次修好？',
    place: '新河路南段',
    filing: { phone: '13300007202' },
    acts: [
      dispatch(0.8, 'transport', 'roads'),
      accept(1.5, 'chefei'),
      contact(12, 'chefei', '说明底下还有一条燃气管要改'),
      ask(100, 'chefei', 'park', '燃气管改完才能铺面，一起做，省得再挖一回。', {
        untilOn: onDay(28),
      }),
      grant(106, '燃气公司的工期表已核对，挂到那一天；期间每周补一次坑。'),
    ],
  },
  {
    ago: 12 * day,
    what: '全楼要换下水立管，钱谁出吵了半年，楼下天天返味。',
    place: '印染厂宿舍 2 号楼',
    filing: { name: '阎立群', phone: '13300007203' },
    acts: [
      dispatch(0.6, 'donghu', 'drains'),
      accept(1.4, 'jiangbo'),
      contact(8, 'jiangbo', '先疏通，再开会商量怎么分'),
      ask(60, 'jiangbo', 'park', '分摊方案要全楼表决，公示七天后投票。', { untilOn: onDay(9) }),
      grant(66, '表决的日子已贴在楼门口；先把返味的地漏换了再挂。'),
    ],
  },
  {
    ago: 55 * day,
    what: '河堤上的护栏是木头的，烂了一半，想换成石头的。',
    place: '滨河公园北段',
    filing: { name: '董春生', phone: '13300007204', kind: 'suggestion' },
    acts: [
      dispatch(1, 'waters', 'hazards'),
      accept(1.9, 'jiangshui'),
      contact(20, 'jiangshui', '先换烂的十二根，其余等石料'),
      ask(90, 'jiangshui', 'park', '石料已招标，开工日期定了。', { untilOn: onDay(-34) }),
      grant(97, '招标公告附上了，准。'),
      step(21 * day + 8, 'jiangshui', 'resume', { note: '石料提前到了。' }),
      resolve(
        27 * day,
        'jiangshui',
        '换了四百米花岗岩护栏，接头做了圆角，老栏杆的木料留给村里修凳子。',
      ),
      judge(28 * day, 1, 'yes', 'satisfied', 'satisfied', '每天散步都摸一摸。'),
    ],
  },
];

const supervisedScenes = (onDay: (days: number) => string): Scene[] => [
  {
    ago: 13 * day,
    what: '学生宿舍整栋没有暖气，孩子穿着棉衣睡觉。',
    place: '北桥中学宿舍',
    filing: { name: '田玉成', phone: '13300007301', kind: 'complaint' },
    acts: [
      dispatch(0.4, 'beiqiao', 'heating-cold'),
      accept(3.1, 'shihongbin'),
      contact(30, 'shihongbin', '问了学校，说锅炉老了'),
      resolve(80, 'shihongbin', '学校的锅炉已经检修，能用了。'),
      judge(90, 1, 'no', 'dissatisfied', 'dissatisfied', '锅炉开了一晚又灭，值班室没有人。'),
      accept(95, 'shihongbin'),
      contact(118, 'shihongbin', '请热力公司来看能不能接管网'),
      resolve(170, 'shihongbin', '买了六十床电热毯，锅炉白天烧。'),
      judge(178, 2, 'no', 'dissatisfied', 'dissatisfied', '电热毯一开全楼跳闸。'),
      supervise(200, 1, '两轮都没有解决，孩子在挨冻，一天一报。'),
      accept(205, 'shihongbin'),
      contact(214, 'shihongbin', '热力公司、供电公司、学校都到场'),
      supervise(262, 2, '约好的接管没有动工，升一级。', onDay(2)),
      step(280, 'luyun', 'takeOn', {
        nextOn: onDay(3),
        note: '我来盯。三天内把换热机组拉到现场，接好以前先请学生住到教学楼的空教室，那里有暖气。',
      }),
      step(290, 'shihongbin', 'annotate', { note: '机组今天装车，明早到。' }),
    ],
  },
  {
    ago: 34 * day,
    what: '买的房子五证不全，停工一年，三百多户一边还贷一边租房。',
    place: '丰收里二期',
    filing: { name: '卢思思', phone: '13300007302', kind: 'complaint' },
    acts: [
      dispatch(0.6, 'housing', 'deeds', 'complex'),
      accept(1.7, 'hewei'),
      contact(26, 'hewei', '请业主选三位代表，每周通一次气'),
      resolve(300, 'hewei', '开发商答应月底复工。', 'partly'),
      judge(330, 1, 'no', 'dissatisfied', 'neutral', '塔吊上一个人都没有。'),
      accept(334, 'hewei'),
      contact(350, 'hewei', '一起到工地看了，确实没有动'),
      supervise(400, 2, '户数多，时间长，由分管领导过问。'),
      supervise(600, 3, '复工的日子又过了一次，报县领导。', onDay(5)),
      step(640, 'hanzhengping', 'takeOn', {
        nextOn: onDay(6),
        note: '这个项目由我包。预售款已封存，本周签接建协议，下周五在工地当面向业主代表说。',
      }),
    ],
  },
  {
    ago: 11 * day,
    what: '反映卫生室收高价，交上去十天了，没有人找过我。',
    place: '石井村',
    filing: { phone: '13300007303', kind: 'complaint' },
    acts: [
      dispatch(0.5, 'beiqiao', 'prices'),
      accept(4, 'gulanying'),
      miss(40, 'gulanying', '没有打通'),
      supervise(190, 1, '一个星期没有联系上，也没有再打。请当面去一趟。', onDay(1)),
      contact(214, 'gulanying', '到家里道歉，看了收据', 'visit'),
    ],
  },
  {
    ago: 9 * day,
    what: '河道边的洗沙场半夜开工，水浑得像泥汤，三个部门都说不归自己管。',
    place: '古渡村河边',
    filing: { name: '薛守仁', phone: '13300007304', kind: 'report', secret: 'yes' },
    acts: [
      dispatch(0.4, 'beiqiao', 'foul-water'),
      step(1.5, 'gulanying', 'sendBack', {
        betterUnitId: 'waters',
        reason: '洗沙要取水许可，由县水务局管。',
      }),
      { ...dispatch(2.6, 'waters', 'foul-water'), by: 'xujiayi' },
      step(4, 'jiangshui', 'sendBack', {
        betterUnitId: 'environment',
        reason: '水体浑浊属于排污，由生态环境局牵头。',
      }),
      dispatch(5.5, 'environment', 'foul-water'),
      accept(8, 'lanqing'),
      step(9, 'voice', 'supplement', { words: '昨晚十一点又开了，拍了录像，车号也记下了。' }),
      supervise(24, 1, '半天转了三家，由生态环境局牵头，别家到场，不许再退。', onDay(1)),
      contact(26, 'lanqing', '约好当晚一起蹲守，不露身份', 'message'),
      step(100, 'lanqing', 'message', {
        words: '昨晚取了水样也拍了照，化验后天出来，请先不要自己去现场。',
      }),
      step(103, 'voice', 'message', { words: '好的，有动静我先告诉你们。' }),
    ],
  },
  {
    ago: 20 * day,
    what: '楼道的消火栓箱被人上锁，钥匙谁也说不清在哪儿。',
    place: '幸福苑 4 号楼',
    filing: { name: '任小雨', phone: '13300007305', kind: 'report' },
    acts: [
      dispatch(0.2, 'donghu', 'fire', 'urgent'),
      accept(0.9, 'hexiaomei'),
      contact(3, 'hexiaomei', '今天就开锁'),
      resolve(20, 'hexiaomei', '锁已剪开，箱里的水带补齐。'),
      judge(
        24,
        1,
        'no',
        'dissatisfied',
        'dissatisfied',
        '箱子开了，拧开没有水。办事的人还让我别这么较真。',
        {
          pressed: 'yes',
          pressureWords: '电话里说，只要选“解决了”，停车费给我免一个月。',
        },
      ),
      supervise(30, 1, '有人要求居民改评价，又关系到消防，由督查室盯。'),
      accept(33, 'hexiaomei'),
      contact(36, 'panjianguo', '街道主任上门道歉，一起试水', 'visit'),
      resolve(
        70,
        'hexiaomei',
        '水泵的控制柜没有送电，已经恢复，逐层试水，九层都有。说这话的人已调离。',
      ),
      step(76, 'zhoumin', 'release', { reason: '逐层试水在场看过，改评价的人已处理，解除。' }),
      judge(80, 2, 'yes', 'satisfied', 'neutral', '水有了，话也说开了。'),
    ],
  },
  {
    ago: 52 * day,
    what: '要求赔偿二十年前修路占的三棵枣树，补偿款已经领过，我觉得少。',
    place: '石塘村 4 组',
    filing: { name: '姜存粮', phone: '13300007306', kind: 'complaint' },
    acts: [
      dispatch(0.7, 'shitang', 'fields'),
      accept(2, 'shiyong'),
      contact(10, 'shiyong', '翻出当年的补偿表，一起看了'),
      resolve(60, 'shiyong', '当年按每棵 40 元补了 120 元，有签字，标准和邻居一样。'),
      judge(80, 1, 'no', 'dissatisfied', 'neutral', '四十块一棵太少。'),
      accept(84, 'shiyong'),
      contact(90, 'shiyong', '请村里老人一起说当年的价'),
      resolve(150, 'shiyong', '三位老人作证，当时都是这个数；镇里另从救济里帮您修了院墙。'),
      judge(170, 2, 'no', 'dissatisfied', 'satisfied', '墙是墙，树是树。'),
      accept(174, 'shiyong'),
      contact(190, 'shiyong', '请律师来讲了一次'),
      resolve(260, 'shiyong', '律师说明：补偿已经领取、二十年没有提过异议，法律上不能再加。'),
      judge(280, 3, 'no', 'dissatisfied', 'satisfied', '我还是不认。'),
      accept(284, 'shiyong'),
      contact(300, 'kongxiang', '镇长上门，说明这件事到这里为止', 'visit'),
      ask(330, 'shiyong', 'conclude', '同一件事三轮都没有新的事实，补偿、作证、律师都请过了。'),
      grant(
        350,
        '三轮材料看过，事实清楚，没有新的理由，到此为止，记为没有解决。您仍可以向法院起诉。',
      ),
    ],
  },
];

const objectedScenes = (): Scene[] => [
  {
    ago: 30 * day,
    what: '要求在我家门前的巷子装一个停车位，家里有坐轮椅的人。',
    place: '东街 41 号',
    filing: { name: '钟永昌', phone: '13300007401' },
    acts: [
      dispatch(0.6, 'trafficpolice', 'parking'),
      accept(1.6, 'yuegang'),
      contact(8, 'yuegang', '到巷子里量了宽度'),
      step(60, 'yuegang', 'resolve', {
        outcome: 'cannot',
        answer: '巷子宽 3.4 米，是消防通道，不能划车位。',
        basis:
          '《消防法》第二十八条：任何单位、个人不得占用、堵塞、封闭疏散通道、安全出口、消防车通道。',
        route: '可以向街道申请巷口的无障碍车位。',
      }),
      judge(76, 1, 'no', 'dissatisfied', 'neutral', '巷口没有位置，我问的就是怎么办。'),
      step(90, 'voice', 'object', { reason: '没有人去看过巷口到底有没有地方，只量了我家门前。' }),
      step(120, 'bailu', 'rule', {
        upheld: 'yes',
        reason: '只查了一处就说不能，确实不够。请到巷口和对面一起看，再答复。',
      }),
      accept(124, 'yuegang'),
      contact(140, 'yuegang', '和街道一起在巷口看了三个位置'),
      resolve(210, 'yuegang', '巷口挪走一个旧报箱，划了一个无障碍车位，离您家 18 米，缘石已放平。'),
      judge(230, 2, 'yes', 'satisfied', 'satisfied', '早这样多好，谢谢复核的同志。'),
    ],
  },
  {
    ago: 17 * day,
    what: '要求给我家单独接一条自来水，不和邻居共用一个总表。',
    place: '下塘村 2 组',
    filing: { name: '何长顺', phone: '13300007402' },
    acts: [
      dispatch(0.5, 'tapwater', 'water'),
      accept(1.2, 'liangshui'),
      contact(9, 'liangshui', '看了表井和管子的走向'),
      step(70, 'liangshui', 'resolve', {
        outcome: 'cannot',
        answer: '您家和邻居在同一个院门里，产权证是一张，只能装一块总表，可以在院里各装分表。',
        basis: '《城市供水条例》和本县供水用水合同：按产权单位立户。',
        route: '分户办证以后可以来申请单独立户，当天受理。',
      }),
      judge(84, 1, 'no', 'neutral', 'satisfied', '理由听懂了，分表的钱谁出？'),
      step(100, 'voice', 'object', { reason: '村里别家一张证也装了两块表。' }),
      step(150, 'fangzheng', 'rule', {
        upheld: 'no',
        reason: '查了那一家，早已分户，有两张证。答复成立；分表由供水公司免费装。',
      }),
    ],
  },
  {
    ago: 6 * day,
    what: '要求把夜里的高铁改道，声音太吵。',
    place: '城郊村 3 组',
    filing: { name: '程立新', phone: '13300007403', kind: 'complaint' },
    acts: [
      dispatch(0.8, 'environment', 'noise'),
      accept(1.8, 'lanqing'),
      contact(7, 'lanqing', '夜里去测，五十二分贝'),
      step(60, 'lanqing', 'resolve', {
        outcome: 'cannot',
        answer: '铁路线路不归县里管，夜间测得的声音没有超标，不能改道。',
        basis: '《声环境质量标准》GB 3096—2008：铁路干线两侧 4b 类区夜间 60 分贝。',
        route: '可以向铁路部门 12306 反映，申请在村边加声屏障。',
      }),
      judge(76, 1, 'no', 'dissatisfied', 'satisfied', '标准是标准，人是睡不着的。'),
      step(90, 'voice', 'object', { reason: '只测了一个晚上，货车多的那天没有测。' }),
    ],
  },
  {
    ago: 44 * day,
    what: '答复说补种了行道树，我去看，一棵都没有。',
    place: '丰收路北段',
    filing: { name: '萧楠', phone: '13300007404', kind: 'complaint' },
    acts: [
      dispatch(0.6, 'citycare', 'green'),
      accept(1.3, 'gaofei'),
      contact(6, 'gaofei', '问清是哪一段'),
      resolve(40, 'gaofei', '缺的行道树已经补种。'),
      step(46, 'sunyue', 'redo', {
        reason: '答复没有写补了几棵、在哪里，也没有照片，请补上再发。',
      }),
      resolve(
        96,
        'gaofei',
        '北段补种国槐 14 棵，从粮站到桥头，每棵挂了牌。浇水由养护队负责，三年内死一棵补一棵。',
      ),
      judge(110, 1, 'yes', 'satisfied', 'neutral', '数过了，是 14 棵。'),
    ],
  },
];

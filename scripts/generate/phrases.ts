import type { Dice } from '@/prisma/seed/dice';
import type { Topic, Where } from './topic';
import { homeTopics } from './topics-homes';
import { townTopics } from './topics-town';

/** Commonest first: Zipf's law goes by this order. */
export const topics: readonly Topic[] = [...homeTopics, ...townTopics];

const openings = [
  '',
  '',
  '',
  '你好，',
  '我是这里的住户，',
  '反映一个问题：',
  '我想问一下，',
  '替老人打这个电话，',
  '又来麻烦你们了，',
  '实在没有办法了，',
];
const sinces = [
  '昨天',
  '今天早上',
  '前天夜里',
  '这周一',
  '上个月',
  '国庆以后',
  '大概{n}天前',
  '一个星期了',
  '从去年冬天起',
  '记不清了，很久了',
];
const joins = ['，', '。', '，而且', '，现在', '，弄得'];
const endings = [
  '',
  '',
  '。谢谢',
  '。等你们的消息',
  '。打过{n}次电话了',
  '。邻居们都可以作证',
  '。白天都可以打电话',
];
const spans = ['两天', '三天', '一个星期', '十几天', '半个月', '二十天', '一个多月', '三个月'];
const numbers = ['二', '三', '四', '五', '六', '七', '八'];
const hourWords = ['五', '六', '七', '八', '九', '十', '十一'];

const filled = (phrase: string, roll: Dice): string =>
  phrase.includes('{')
    ? phrase.replace(/\{(n|days|hour)\}/g, (_, slot: string) =>
        roll.pick(slot === 'n' ? numbers : slot === 'days' ? spans : hourWords),
      )
    : phrase;

const one = (phrases: readonly string[], roll: Dice): string => filled(roll.pick(phrases), roll);

/**
 * What somebody says who files: what happens, what it does to them, sometimes since when and what
 * they want: both exactly where `like` has them, if it is given.
 */
export function tell(
  topic: Topic,
  place: string,
  roll: Dice,
  like: { wish?: unknown; since?: unknown } | null = null,
) {
  const trouble = one(topic.trouble, roll);
  const here = roll.often(0.45) ? `${place.split(' ')[0] ?? place}，` : '';
  const effect = roll.often(0.85) ? `${roll.pick(joins)}${one(topic.effect, roll)}` : '';
  const more = roll.often(0.25) ? `，${one(topic.trouble, roll)}` : '';
  const has = (part: 'wish' | 'since', share: number) =>
    like ? like[part] !== undefined : roll.often(share);
  const wish = has('wish', 0.55) ? one(topic.wish, roll) : undefined;
  const asked = wish && roll.often(0.5) ? `。${wish}` : '';
  const what = `${roll.pick(openings)}${here}${trouble}${effect}${more}${asked}${one(endings, roll)}。`;
  return {
    what,
    ...(wish ? { wish } : {}),
    ...(has('since', 0.35) ? { since: one(sinces, roll) } : {}),
  };
}

export const saidOf = (topic: Topic, roll: Dice): string =>
  `${one(topic.said, roll)}${roll.pick(['', '', '，对方同意', '，记下了方便的时间', '，先道了歉'])}`;

const credits = [
  '',
  '',
  '感谢您的反映。',
  '给您添麻烦了。',
  '以后有问题可以直接打我们的值班电话。',
  '我们会在一周后再来看一次。',
];

export const answerOf = (topic: Topic, roll: Dice): string =>
  `${roll.pick(['您好，', '', '经现场查看，', '您反映的事办好了：'])}${one(topic.answer, roll)}。${roll.pick(credits)}`;

export const stillOf = (topic: Topic, roll: Dice): string => one(topic.still, roll);

export const phrasesOf = {
  thanks: ['谢谢，办得挺快', '解决了，辛苦', '比想的快', '态度好，事也办了', '总算好了'],
  half: ['好了大半，还差一点', '算是办了，慢了点', '先这样，再看看'],
  rude: ['事办了，话不好听', '催了几次才来', '来的人什么也不知道'],
  notes: [
    '材料已存卷',
    '同一处本月第三件，例会上提',
    '住户上夜班，下午四点后联系',
    '已和网格员对过情况',
    '照片在共享盘里',
  ],
  missed: ['响了很久没有人接', '提示已关机', '上门无人，留了条子', '占线，过会儿再打'],
  messages: [
    '请问进展到哪一步了？',
    '明天下午我在家，可以来。',
    '今天又出现了一次。',
    '师傅说的时间没有来。',
  ],
  replies: ['已经排上了，明天上午到。', '零件在路上，到了就装。', '谢谢提醒，我们再去一趟。'],
  supplements: [
    '补充：是从东边数第二个门。',
    '刚才说错了，是五单元。',
    '又问了邻居，他们家也一样。',
    '拍了照片，来的时候给你们看。',
  ],
  sentBack: [
    '这一段归另一家管养，附移交单',
    '不在本辖区，界线以北属于邻街道',
    '权限在主管部门，我们只能配合',
  ],
  redispatch: ['核实后由主管部门办理更合适', '原单位职能调整，改派', '两家会商，由后者牵头'],
  extend: ['零件要从外地调，多等几天', '需要走招标程序，时间不够', '连着下雨，没法施工'],
  park: ['要等雨季过去才能重铺', '列入下一批改造，等计划下达', '管线迁改完才能动工'],
  conclude: ['已三次答复，诉求超出现行政策', '各方意见已穷尽，建议转法律途径'],
  granted: ['理由成立，请把新的时间告诉居民', '同意，期间每周联系一次'],
  refused: ['材料不足，请按原期限办', '这类情况不属于可延的范围'],
  objections: [
    '依据引得不对，我的情况不在其中',
    '别的小区就办了，为什么我们不行',
    '没有来看过现场就说办不了',
  ],
  rulings: ['复核了材料，答复的依据成立', '现场情况与答复不符，请重新办理'],
  supervised: ['多次反映，由督查跟进', '涉及老人和孩子，加快办', '领导接待日交办'],
  released: ['已办妥并复核', '转入正常办理'],
  taken: ['我来牵头，每周过问一次', '本周内到现场，当面答复'],
  declined: ['涉及已进入诉讼的事项', '属于内部人事争议', '不在本级职责内'],
  routes: ['请向受理法院了解进度', '请联系省级热线', '可向劳动仲裁部门申请'],
  atDesk: [
    '已在电话里说明办理流程和所需材料',
    '营业时间和地址已告知',
    '政策口径已解释，并把链接发到手机',
  ],
  withdrawn: ['已经自己解决了', '对方来处理好了', '说重了一遍，撤掉这件'],
  reopened: ['好了半个月，又和原来一样', '只修了一处，别处又坏了'],
  pressure: ['来人让我改成满意', '说不好评就扣他们的钱', '打了几次电话求好评'],
  heard: ['电话里说还可以', '忙，没有顾上评', '老人接的，说办了', '说不会用手机'],
} as const satisfies Record<string, readonly string[]>;

/** Words for the kinds of place: what a place may be, with what stands there. */
export const placeWords: Record<Where, (name: string, road: string, roll: Dice) => string> = {
  room: (name, _road, roll) =>
    `${name} ${numberOf(roll, 24)} 号楼 ${numberOf(roll, 4)} 单元 ${numberOf(roll, 18)}0${numberOf(roll, 4)}`,
  block: (name, _road, roll) => `${name} ${numberOf(roll, 24)} 号楼`,
  estate: (name, _road, roll) => `${name}${roll.pick(['', '', '北门', '东门', '中心花园'])}`,
  road: (_name, road, roll) =>
    `${road}${roll.pick(['', ' 12 路站旁', '与河滨路口', '加油站对面'])} ${numberOf(roll, 260)} 号附近`,
  village: (name, _road, roll) =>
    `${name}${roll.pick(['村口', '东头', '三组', '老井旁', '小学后面'])}`,
  market: (name, _road, roll) => `${name}便民市场 ${numberOf(roll, 80)} 号`,
  school: (name, _road, roll) =>
    `${name}${roll.pick(['小学', '中学', '幼儿园'])}${roll.pick(['门口', '', '东侧'])}`,
};

const numberOf = (roll: Dice, most: number): number => 1 + Math.floor(roll.next() * most);

import { settings } from '@/lib/env';
import { accept, contact, dispatch, judge, resolve, step } from './acts';
import { awake } from './moments';
import type { Scene } from './scene';

const day = 24;

/** A street calls departments to a case it cannot settle alone (吹哨报到); two units are sent one case. */
export const whistleScenes = (at: Date): Scene[] =>
  [together(), stillWaiting(), withoutOne(), twoUnits()].map((it) =>
    awake(it, at, settings().timeZone),
  );

/** Both come, both report, one answer, one verdict. */
const together = (): Scene => ({
  ago: 9 * day,
  what: '楼下挖开修暖气管，一个星期了没填，晚上有老人差点掉进去，家里还是凉的。',
  place: '柳荫里 3 号楼前',
  filing: { name: '邵玉兰', phone: '13300007601' },
  acts: [
    dispatch(0.4, 'liuwan', 'heating'),
    accept(1.2, 'zhaolimin'),
    contact(2.2, 'zhaolimin', '先拉围挡、装灯，晚上有人看着'),
    step(2.6, 'zhaolimin', 'whistle', {
      unit1: 'heating',
      whatFor1: '把三号楼前的管子接好，哪天能回填给个准话',
      onSite1: 'yes',
      unit2: 'housing',
      whatFor2: '路面归谁恢复，当场定下来',
    }),
    step(2.8, 'guotao', 'reportIn', { note: '郭涛带两个人过去' }),
    step(3, 'hewei', 'reportIn', {}),
    step(3.05, 'guotao', 'arrive', { note: '在三号楼前' }),
    step(20, 'guotao', 'reportBack', {
      outcome: 'reported',
      found: '旧管穿孔，配件前天才到',
      decided: '当晚焊接，第二天打压、回填',
      plan: '郭涛：明天 12 点前打压；18 点前回填',
    }),
    step(22, 'hewei', 'reportBack', {
      outcome: 'reported',
      found: '开挖有许可，路面由开挖单位恢复',
      decided: '回填后三天内铺沥青，住建局验收',
      plan: '何伟：回填当天到场验收',
    }),
    step(25, 'zhaolimin', 'rateHelp', { callId: 'heating', rating: 'good', note: '来得快' }),
    step(26, 'guotao', 'rateHelp', { callId: 'heating', rating: 'good' }),
    resolve(94, 'zhaolimin', '管子焊好、打过压，坑填平了，沥青铺好。您家入户测温 20 度。'),
    judge(100, 1, 'yes', 'satisfied', 'satisfied', '三家一起来，一次就办利索了。'),
  ],
});

/** One has reported in, the other has not. */
const stillWaiting = (): Scene => ({
  ago: 2.3 * day,
  what: '地下管沟塌了一截，热气往上冒，旁边的外墙也裂了，不知道该找谁。',
  place: '柳荫里 8 号楼西侧',
  filing: { phone: '13300007602', kind: 'report' },
  acts: [
    dispatch(0.4, 'liuwan', 'heating'),
    accept(1.1, 'zhaolimin'),
    contact(2.1, 'zhaolimin', '当天围起来，请两家一起来看'),
    step(46, 'zhaolimin', 'whistle', {
      unit1: 'heating',
      whatFor1: '管沟是不是在用，先停这一段',
      onSite1: 'yes',
      unit2: 'housing',
      whatFor2: '看外墙裂缝，住的人要不要先搬',
    }),
    step(46.3, 'guotao', 'reportIn', { note: '派巡线员去' }),
  ],
});

/** Answered without one of them: said why, and shown to the supervisors. */
const withoutOne = (): Scene => ({
  ago: 16 * day,
  what: '小区换热站夜里响得睡不着，找了物业说归热力，热力说归房子。',
  place: '柳湾一区换热站旁',
  filing: { name: '窦春生', phone: '13300007603', kind: 'complaint' },
  acts: [
    dispatch(0.5, 'liuwan', 'heating'),
    accept(1.3, 'zhaolimin'),
    contact(4, 'zhaolimin', '夜里十一点去听过，确实响'),
    step(6, 'zhaolimin', 'whistle', {
      unit1: 'heating',
      whatFor1: '水泵减震，夜里能不能换小泵',
      unit2: 'housing',
      whatFor2: '换热站的门窗当初按什么标准验收的',
    }),
    step(6.2, 'guotao', 'reportIn', {}),
    step(40, 'guotao', 'reportBack', {
      outcome: 'reported',
      found: '水泵减震垫老化',
      decided: '换减震垫，夜里转小泵',
      plan: '郭涛：周五前换完',
    }),
    step(120, 'zhaolimin', 'resolve', {
      outcome: 'done',
      answer: '减震垫换了，夜里只开小泵，窗外测得 38 分贝。门窗标准的事另行答复您。',
      silentReason: '电话三次、上门一次，住建局没有反馈；噪声已经下来，不再等。',
    }),
    step(122, 'zhaolimin', 'rateHelp', { callId: 'housing', rating: 'poor' }),
    judge(130, 1, 'yes', 'satisfied', 'neutral'),
  ],
});

/** The place and the line department: one leads, one helps. */
const twoUnits = (): Scene => ({
  ago: 3.4 * day,
  what: '一楼改成了小饭馆，把承重墙打掉半面，楼上几家都害怕。',
  place: '柳荫里 5 号楼',
  filing: { name: '戴国平', phone: '13300007604', kind: 'report' },
  acts: [
    step(0.5, 'chenjing', 'dispatch', {
      unitId: 'housing',
      secondId: 'liuwan',
      categoryId: 'property',
      note: '承重墙归住建局定，街道在现场协助停工',
    }),
    accept(1.4, 'hewei'),
    contact(3, 'hewei', '当天贴停工通知，请鉴定站来看'),
    step(5, 'zhaolimin', 'annotate', { note: '已到现场停工，钥匙在社区。' }),
  ],
});

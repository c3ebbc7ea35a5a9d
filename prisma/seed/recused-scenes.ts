import { settings } from '@/lib/env';
import { accept, contact, judge, resolve, step } from './acts';
import { awake } from './moments';
import type { Scene } from './scene';

const day = 24;

/** Complaints about those who handle complaints: they are kept from them, and somebody else takes them. */
export const recusedScenes = (at: Date): Scene[] =>
  [aboutAClerk, aboutTheHotline].map((it) => awake(it, at, settings().timeZone));

/** About a clerk of a street: the street sees nothing, and the supervision office looks into it. */
const aboutAClerk: Scene = {
  ago: 9 * day,
  what: '去街道窗口办老年证，经办的人嫌我讲话慢，当着大家的面把材料扔回来，跑了三趟没办成。',
  place: '柳湾街道便民大厅 3 号窗口',
  filing: {
    name: '钱桂英',
    phone: '13300009101',
    kind: 'complaint',
    aboutUnitId: 'liuwan',
    aboutWho: '3 号窗口，戴眼镜的男同志',
  },
  acts: [
    step(0.6, 'chenjing', 'dispatch', {
      unitId: 'oversight',
      note: '居民反映的是街道窗口的人，街道回避，请督查室直接办。',
    }),
    accept(2, 'zhoumin'),
    contact(5, 'zhoumin', '上门听老人讲了经过，看了被退回的材料，材料是全的', 'visit'),
    resolve(
      75,
      'zhoumin',
      '看了大厅的录像，您说的属实。经办的人已向您当面道歉并停岗学习，老年证已送到您家。大厅加了老年人优先窗口。',
    ),
    judge(100, 1, 'yes', 'satisfied', 'satisfied', '道了歉，证也送来了，不为难他了。'),
  ],
};

/** About the hotline itself: every dispatcher steps back, and the two fallbacks have it. */
const aboutTheHotline: Scene = {
  ago: 1.2 * day,
  what: '打热线反映楼道堆物，接电话的人说“这点事也打”，没登记就挂了，工号没报。',
  place: '县接诉即办中心热线电话',
  filing: {
    phone: '13300009102',
    kind: 'complaint',
    aboutUnitId: 'hotline',
    aboutWho: '昨天上午十点左右接电话的女同志',
  },
  acts: [],
};

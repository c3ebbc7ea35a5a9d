import { settings } from '@/lib/env';
import { accept, contact, dispatch, step } from './acts';
import { awake } from './moments';
import type { Act, Scene } from './scene';

const day = 24;

/** Nobody wants it: sent back again and again, until a naming is final; and a return that waits for a decision. */
export const handedOverScenes = (at: Date): Scene[] =>
  [namedForGood(), sentBack()].map((it) => awake(it, at, settings().timeZone));

const named = (after: number, by: string, unit: string): Act => ({
  ...dispatch(after, unit, 'roads-surface'),
  by,
});

const back = (after: number, by: string, betterUnitId: string, reason: string): Act =>
  step(after, by, 'sendBack', { betterUnitId, reason });

/** Three units, three returns, two dispatchers; the fourth keeps it. */
const namedForGood = (): Scene => ({
  ago: 3.2 * day,
  what: '车棚后面的挡土墙鼓出来一截，雨后往下掉石头，问了几家都说墙不是自己砌的。',
  place: '北桥中学东墙外',
  filing: { name: '单爱华', phone: '13300007901', kind: 'report' },
  acts: [
    named(0.4, 'chenjing', 'beiqiao'),
    back(3, 'gulanying', 'education', '墙在学校红线里，归教育局。'),
    named(4, 'xujiayi', 'education'),
    back(7, 'miaomiao', 'transport', '墙是修路时砌的，归交通局。'),
    named(8, 'chenjing', 'transport'),
    back(26, 'chefei', 'housing', '路已经移交，边坡归住建局。'),
    named(27, 'xujiayi', 'housing'),
    accept(28, 'qinyue'),
    contact(32, 'qinyue', '当天拉了警戒线，请人来看墙', 'visit'),
  ],
});

/** Sent back this morning: whoever named the unit leaves the decision to a colleague. */
const sentBack = (): Scene => ({
  ago: 0.4 * day,
  what: '路口的反光镜被撞歪了，出小区看不见来车。',
  place: '文昌路和书院巷路口',
  filing: { phone: '13300007902', kind: 'report' },
  acts: [
    named(0.5, 'chenjing', 'citycare'),
    back(3, 'gaofei', 'trafficpolice', '反光镜是交通设施，由交警大队装和修。'),
  ],
});

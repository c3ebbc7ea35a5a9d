import { accept, contact, judge, lapse, miss, resolve, step } from './acts';
import type { Dice } from './dice';
import type { Scene } from './scene';
import type { Telling } from './story';
import type { Timeline } from './timeline';
import type { Ways } from './unit-ways';

type Act = Scene['acts'][number];

/** Who acts in a course, by login or code. */
export interface Hands {
  handler: string;
  leader: string | null;
  /** How the unit can speak with the resident. */
  how: 'telephone' | 'visit' | 'message';
}

export const furthest = [
  'accepted',
  'contacted',
  'resolved',
  'again',
  'againContacted',
  'end',
] as const;
export type Furthest = (typeof furthest)[number];

const half = ['差不多了，还有一点尾巴。', '先这样吧，再看一阵子。', ''];
const plain = [
  '谢谢，办得挺快。',
  '解决了，谢谢各位。',
  '可以了。',
  '没有想到这么快。',
  '办好了。',
];
const rude = ['事情是办了，说话有点冲。', '办好了，就是等得久，中间也没人说一声。', ''];
const notes = [
  '材料和照片都存进卷里了。',
  '这一类近来不止一件，月底一起看看。',
  '周一例会上再问一次进度。',
  '居民白天上班，打电话请在晚上六点以后。',
];
const unanswered = ['响了很久没有人接', '提示正在通话中', '无人接听，已发短信说明来意'];
const withdrawals = [
  '已经自己弄好了，不麻烦了。',
  '对方主动来处理了，撤回吧。',
  '说重了，和另一件是同一回事。',
];
const pressures = [
  '打电话来说，评价时请选满意，不然要扣分。',
  '上门的人看着我点手机，让我选“解决了”。',
];

/** What happens to an appeal from signing for it to its end, or as far as it is to go. */
export function courseOf(
  telling: Telling,
  hands: Hands,
  ways: Ways,
  until: Furthest,
  time: Timeline,
  dice: Dice,
): Act[] {
  const { story } = telling;
  const { handler, leader, how } = hands;
  const acts: Act[] = [accept(time.staff(0.2, 1.7), handler)];
  if (leader && dice.often(0.12)) {
    acts.push(step(time.staff(0.1, 0.4), leader, 'assign', { personId: handler }));
  }
  if (until === 'accepted') return acts;

  const missed = how === 'telephone' && until === 'end' && dice.often(0.07);
  if (missed) {
    acts.push(miss(time.staff(0.5, 3), handler, dice.pick(unanswered)));
    acts.push(miss(time.staff(3, 20), handler, dice.pick(unanswered)));
  } else {
    const wait = dice.often(ways.late)
      ? time.staff(27, 44)
      : time.staff(0.2, story.urgency === 'urgent' ? 2 : 9);
    acts.push(contact(wait, handler, dice.pick(telling.calls), how));
  }
  if (until === 'end' && dice.often(0.03)) {
    const act = step(time.resident(1, 20), 'voice', 'withdraw', {
      reason: dice.pick(withdrawals),
      pressed: 'no',
    });
    return [...acts, act];
  }
  if (dice.often(0.1))
    acts.push(step(time.staff(0.5, 3), handler, 'annotate', { note: dice.pick(notes) }));
  if (until === 'contacted') return acts;

  const work = (days: number) => time.staff(story.urgency === 'urgent' ? 2 : 9, days * 24);
  const days = story.urgency === 'urgent' ? 1 : ways.days;
  if (story.cannot) {
    const { answer, basis, route, said } = story.cannot;
    acts.push(step(work(days), handler, 'resolve', { outcome: 'cannot', answer, basis, route }));
    if (until === 'resolved') return acts;
    const solved = dice.pick(['no', 'no', 'partly', 'yes'] as const);
    acts.push(
      judge(
        time.resident(4, 60),
        1,
        solved,
        'dissatisfied',
        dice.pick(['satisfied', 'neutral']),
        solved === 'no' ? said : '',
      ),
    );
    return acts;
  }
  acts.push(resolve(work(days), handler, dice.pick(telling.answers)));
  if (until === 'resolved') return acts;

  const rounds = [...telling.again];
  const mustFail = until !== 'end';
  for (let round = 1; ; round++) {
    const next = rounds.shift();
    const silent = !mustFail && dice.often(0.2);
    if (silent) return [...acts, ...silence(time, round, dice)];
    const solves = Math.min(0.93, ways.solves + (round - 1) * 0.12);
    const fails = (mustFail && round === 1) || !dice.often(solves);
    if (!fails || !next) {
      acts.push(content(fails, telling, ways, round, time, dice));
      return acts;
    }
    const [words, answer] = next;
    acts.push(
      judge(
        time.resident(52, 120),
        round,
        'no',
        feeling(dice, 0.04),
        feeling(dice, ways.manners - 0.35),
        words,
        pressed(dice),
      ),
    );
    if (until === 'again') return acts;
    acts.push(accept(time.staff(0.2, 3), handler));
    acts.push(contact(time.staff(0.5, 8), handler, dice.pick(againCalls), how));
    if (until === 'againContacted') return acts;
    acts.push(resolve(work(Math.min(days, 5)), handler, answer));
  }
}

const againCalls = [
  '先道歉，问清楚还差在哪里，约好再去一次',
  '问清楚是哪一天、哪一处又出了问题，约好再去',
  '说好这次办完先打电话问一声，再发答复',
];

function silence(time: Timeline, round: number, dice: Dice): Act[] {
  if (!dice.often(0.4)) return [lapse(time.staff(180, 190))];
  const reached = dice.often(0.65);
  const heard = {
    round: String(round),
    voiceId: 'filer',
    reached: reached ? 'yes' : 'no',
    ...(reached
      ? {
          solved: dice.pick(['yes', 'yes', 'partly']),
          more: 'enough',
          result: dice.pick(['satisfied', 'neutral']),
          handling: dice.pick(['satisfied', 'neutral', 'dissatisfied']),
          said: dice.pick([
            '不会用手机评价，电话里说一声就行。',
            '忙忘了，事情是办了的。',
            '家里老人接的，说还可以。',
          ]),
        }
      : {}),
  };
  const call = step(time.staff(75, 110), dice.pick(['linxiao', 'tangwen']), 'interview', heard);
  return reached ? [call] : [call, lapse(time.staff(100, 110))];
}

function content(
  fails: boolean,
  telling: Telling,
  ways: Ways,
  round: number,
  time: Timeline,
  dice: Dice,
): Act {
  const after = time.resident(1.5, 90);
  if (fails) {
    return judge(
      after,
      round,
      'partly',
      feeling(dice, 0.2),
      feeling(dice, ways.manners - 0.1),
      dice.pick(half),
      pressed(dice),
    );
  }
  const handling = feeling(dice, ways.manners);
  const words =
    handling === 'dissatisfied'
      ? dice.pick(rude)
      : dice.often(0.45)
        ? dice.pick([...telling.thanks, ...telling.thanks, dice.pick(plain)])
        : '';
  return judge(after, round, 'yes', feeling(dice, 0.8), handling, words, pressed(dice));
}

/** Satisfied so often; the rest are mostly of two minds. */
function feeling(dice: Dice, satisfied: number): string {
  if (dice.often(Math.max(0.03, satisfied))) return 'satisfied';
  return dice.often(satisfied < 0.3 ? 0.35 : 0.6) ? 'neutral' : 'dissatisfied';
}

function pressed(dice: Dice): Record<string, string> {
  return dice.often(0.015) ? { pressed: 'yes', pressureWords: dice.pick(pressures) } : {};
}

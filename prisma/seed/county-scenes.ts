import { settings } from '@/lib/env';
import { civilDateOf } from '@/lib/time/civil';
import { dispatch, step } from './acts';
import { castPeople, castUnits } from './cast';
import { countyPeople } from './county-people';
import { countyUnits } from './county-units';
import { courseOf, type Furthest } from './course';
import { type Dice, dice } from './dice';
import { inOffice, momentOf } from './moments';
import { type Area, areas, placeIn, type Where } from './places';
import { residentOf } from './residents';
import type { Act, Scene } from './scene';
import { stories } from './stories/all';
import { type Telling, tellingsOf } from './story';
import { type Timeline, timeline } from './timeline';
import { waysOf } from './unit-ways';

const hour = 3_600_000;
/** Hours for which an appeal of the last days has been open at most. */
const longestOpen = 360;
const channels = ['telephone', 'telephone', 'telephone', 'visit', 'letter'];
const people = [...castPeople, ...countyPeople];
const unitNames = new Map([...castUnits, ...countyUnits].map((it) => [it.code, it.name]));

/** How far an appeal of the last days has come, and how many hours ago it was filed. */
// biome-ignore format: one line a stage
const stages: Readonly<Record<Stage, { weight: number; ago: readonly [number, number] }>> = {
  filed:          { weight: 9,  ago: [0.1, 3] },
  dispatched:     { weight: 13, ago: [0.6, 5] },
  accepted:       { weight: 13, ago: [2.5, 30] },
  contacted:      { weight: 30, ago: [20, 210] },
  resolved:       { weight: 20, ago: [80, 190] },
  again:          { weight: 6,  ago: [190, 330] },
  againContacted: { weight: 9,  ago: [220, 360] },
};
type Stage = 'filed' | 'dispatched' | Exclude<Furthest, 'end'>;

/** About four hundred appeals of the last year, the same every time; `at` is the day they end on. */
export function countyScenes(at: Date): Scene[] {
  return stories
    .flatMap((story) => tellingsOf(story))
    .map((telling, nth) => sceneOf(telling, at, dice(nth * 7 + 11)));
}

function sceneOf(telling: Telling, at: Date, roll: Dice): Scene {
  const { story } = telling;
  const zone = settings().timeZone;
  const inSeason = (moment: Date) =>
    story.months?.includes(Number(civilDateOf(moment, zone).slice(5, 7))) ?? true;
  const lately = inSeason(at) && inSeason(new Date(at.getTime() - longestOpen * hour));
  const when = lately ? roll.weigh({ open: 42, recent: 42, past: 16 }) : 'past';
  const stage = when === 'open' ? stageFor(telling, roll) : 'end';
  const start =
    stage === 'end'
      ? momentOf(at, zone, when === 'past' ? [45, 360] : [9, 45], roll, inSeason)
      : new Date(at.getTime() - agoOf(stage, story.urgency, roll) * hour);

  const area = areaFor(telling, roll);
  const lead = story.lead ?? leadIn(area, story.where, roll);
  const filer = residentOf(area.unit, roll);
  const secret = story.kind === 'report' && roll.often(0.35);
  const viaDesk = roll.often(0.36) && Object.keys(filer).length > 0 && !filer.email;
  const time = timeline(
    start,
    zone,
    story.urgency !== undefined && story.urgency !== 'complex',
    roll,
  );
  const how =
    secret || !(filer.phone ?? filer.email)
      ? 'message'
      : filer.phone
        ? roll.pick(['telephone', 'telephone', 'visit'] as const)
        : 'visit';
  return {
    ago: (at.getTime() - start.getTime()) / hour,
    what: telling.what,
    place: placeIn(area, story.where, roll),
    filing: {
      ...filer,
      kind: story.kind ?? 'help',
      ...(secret ? { secret: 'yes' } : {}),
      ...(story.since && roll.often(0.5) ? { since: roll.pick(story.since) } : {}),
      ...(story.wish && roll.often(0.4) ? { wish: roll.pick(story.wish) } : {}),
      ...(viaDesk ? { channel: inOffice(start, zone) ? roll.pick(channels) : 'telephone' } : {}),
    },
    ...(viaDesk ? { by: roll.pick(['sunyue', 'yeting', 'caomin', 'weixiaolong']) } : {}),
    acts: stage === 'filed' ? [] : actsOf(telling, lead, area, stage, how, time, roll),
  };
}

function actsOf(
  telling: Telling,
  lead: string,
  area: Area,
  stage: Exclude<Stage, 'filed'> | 'end',
  how: 'telephone' | 'visit' | 'message',
  time: Timeline,
  roll: Dice,
): Act[] {
  const { story } = telling;
  const urgency = story.urgency ?? 'ordinary';
  const send = (unit: string, except = ''): Act => ({
    ...dispatch(time.any(0.08, roll.often(0.06) ? 3.5 : 1.1), unit, story.topic, urgency),
    by: roll.pick(
      ['chenjing', 'chenjing', 'xujiayi', 'pengbo', 'dingning'].filter((it) => it !== except),
    ),
  });
  const handler = handlerOf(lead, roll);
  const leader = people.find(
    (it) => it.unit === lead && it.roles.includes('leader') && it.login !== handler,
  );
  const hands = { handler, leader: leader?.login ?? null, how };
  const wrongFirst =
    lead !== area.unit && stage === 'end' && urgency === 'ordinary' && roll.often(0.08);
  const first = send(wrongFirst ? area.unit : lead);
  // What came back is decided by another dispatcher.
  const acts = wrongFirst
    ? [first, back(area.unit, lead, time, roll), send(lead, first.by)]
    : [first];
  if (stage === 'dispatched') return acts;
  return [...acts, ...courseOf(telling, hands, waysOf(lead), stage, time, roll)];
}

const back = (from: string, better: string, time: Timeline, roll: Dice): Act =>
  step(time.staff(0.2, 1.6), handlerOf(from, roll), 'sendBack', {
    betterUnitId: better,
    reason: `这件事按职责归${unitNames.get(better)}办，我们没有执法和维修的权限，可以到场配合。`,
  });

const handlerOf = (unit: string, roll: Dice): string => {
  const able = people.filter((it) => it.unit === unit && it.roles.includes('handler'));
  return roll.pick(able).login;
};

/** A stage the story can have come to: a second round needs something that was not solved. */
function stageFor({ again }: Telling, roll: Dice): Stage {
  const weights = Object.fromEntries(
    Object.entries(stages).map(([stage, { weight }]) => [
      stage,
      stage.startsWith('again') && again.length === 0 ? 0 : weight,
    ]),
  ) as Record<Stage, number>;
  return roll.weigh(weights);
}

function agoOf(stage: Stage, urgency: string | undefined, roll: Dice): number {
  if (stage !== 'contacted') return roll.between(...stages[stage].ago);
  // Some are due today, some are late already. What is urgent is promised within a day.
  const when = roll.weigh({ coming: 52, today: 28, late: 20 });
  const quick = urgency === 'urgent' || urgency === 'extraUrgent';
  if (when === 'late') return quick ? roll.between(27, 46) : roll.between(172, 250);
  if (when === 'today') return quick ? roll.between(9, 22) : roll.between(147, 166);
  return quick ? roll.between(4, 12) : roll.between(20, 140);
}

function areaFor({ story }: Telling, roll: Dice): Area {
  const fits = areas.filter(
    (it) =>
      (story.only?.includes(it.unit) ?? true) &&
      !(rural.includes(it.unit) && towns.includes(story.where)) &&
      (it.modern !== undefined || !modern.includes(story.where)),
  );
  return roll.pick(fits);
}

const rural = ['yunling'];
const modern: readonly Where[] = ['modern', 'tower'];
const towns: readonly Where[] = ['home', 'block', 'estate', 'market'];

/** The street or town itself, or now and then a community of it that has people of its own. */
function leadIn(area: Area, where: Where, roll: Dice): string {
  const community: Readonly<Record<string, string>> = {
    liuwan: 'ankang',
    chengguan: 'shuyuan',
    donghu: 'hubin',
    beiqiao: 'qiaobei',
  };
  const below = community[area.unit];
  return below && where !== 'road' && roll.often(0.15) ? below : area.unit;
}

import { beforeAll, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { readTopics } from '@/lib/appeals/queries/front';
import { db } from '@/lib/db/client';
import { listKeys } from '@/lib/measures/lists';
import { lastDays } from '@/lib/measures/period';
import { type Overview, overview } from '@/lib/measures/queries';
import { mintResident, mintVoice, type PersonActor } from '@/lib/people/actor';
import { now } from '@/lib/time/now';
import { person, ready, unitId } from '../support/county';

/** A trial appeal walks the same loop and leaves no trace in any number; its twin without the mark does. */

const zone = 'Asia/Shanghai';

beforeAll(ready);

async function numbers(): Promise<Overview> {
  const at = now();
  const period = lastDays(2, at, zone);
  const compareWith = lastDays(30, at, zone);
  const found = await overview(person('zhoumin'), { period, compareWith, unit: null, at });
  if (!found.ok) throw new Error('no numbers');
  return found;
}

const topicCount = async (code: string): Promise<number> => {
  // Below the fewest shown nothing is said, so the topic is asked where there are enough.
  const topics = await readTopics();
  const { id } = await db().category.findUniqueOrThrow({ where: { code } });
  return topics.find((it) => it.id === id)?.count ?? 0;
};

/** Filed, handled late in no way, pressed for, judged: it would be in the rates and in a list. */
async function walk(by: PersonActor, trial: boolean): Promise<void> {
  const category = await db().category.findUniqueOrThrow({ where: { code: 'roads' } });
  const input = { what: '楼道的灯不亮', place: '安康里 6 号楼', categoryId: category.id };
  const filed = await fileAppeal({ input, trial }, by);
  if (!filed.ok) throw new Error(JSON.stringify(filed));
  const { appealId, voiceId } = filed;
  const take = async (verb: Parameters<typeof perform>[0]['verb'], given: object, who: string) => {
    const actor = who === 'voice' ? mintVoice(voiceId, appealId) : person(who);
    const done = await perform({ appealId, verb, input: given }, actor);
    if (!done.ok) throw new Error(`${verb}: ${JSON.stringify(done)}`);
  };
  await take('dispatch', { unitId: unitId('liuwan'), urgency: 'ordinary' }, 'chenjing');
  await take('accept', {}, 'zhaolimin');
  await take('contact', { how: 'telephone', said: '约好下午' }, 'zhaolimin');
  await take('resolve', { outcome: 'done', answer: '换好了' }, 'zhaolimin');
  const verdict = { round: '1', solved: 'yes', result: 'satisfied', handling: 'satisfied' };
  await take('judge', { ...verdict, more: 'enough', pressed: 'yes' }, 'voice');
}

test('a trial is in no number, and the same appeal filed in earnest is in each', async () => {
  for (let n = 0; n < 5; n += 1) await walk(person('sunyue'), false);
  const [before, topics] = [await numbers(), await topicCount('roads')];
  expect(topics).toBe(5);

  await walk(person('sunyue'), true);
  const after = await numbers();
  for (const key of ['rounds', 'all', 'byUnit', 'lists'] as const) {
    expect(after[key], key).toEqual(before[key]);
  }
  expect(await topicCount('roads')).toBe(topics);

  await walk(person('sunyue'), false);
  const real = await numbers();
  expect(real.rounds.forCaller - before.rounds.forCaller).toBe(1);
  for (const measure of ['response', 'solved', 'satisfiedResult', 'satisfiedHandling'] as const) {
    const yes = (it: Overview) => it.all.forCaller[measure].yes;
    expect(yes(real) - yes(before), measure).toBe(1);
  }
  expect(real.lists.pressed - before.lists.pressed).toBe(1);
  expect(await topicCount('roads')).toBe(topics + 1);
  expect(listKeys).toContain('pressed');
});

test('the log says that it was a trial', async () => {
  const { events } = await db().appeal.findFirstOrThrow({
    where: { trial: true },
    select: { events: { where: { verb: 'file' }, select: { data: true } } },
  });
  expect(events[0]?.data).toMatchObject({ trial: true });
});

test('only whoever administers or takes calls files a trial', async () => {
  const input = { what: '试一试', place: '一号楼' };
  for (const login of ['wukai', 'sunyue', 'chenjing']) {
    expect(await fileAppeal({ input, trial: true }, person(login)), login).toMatchObject({
      ok: true,
    });
  }
  for (const actor of [person('zhaolimin'), person('zhoumin'), mintResident()]) {
    expect(await fileAppeal({ input, trial: true }, actor)).toMatchObject({ code: 'notYours' });
  }
  // What an administrator may do on trial they may not do in earnest.
  expect(await fileAppeal({ input }, person('wukai'))).toMatchObject({ code: 'notYours' });
});

import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { readWeightSets, saveWeights, weightInput, weightsAt } from '@/lib/measures/score/weights';
import { person, ready } from '../support/county';

beforeAll(ready);

const weighs = { response: '30', solved: '35', satisfiedResult: '35', satisfiedHandling: '0' };
const grounds = '县里的考核办法第三条';
const given = (more: object) => weightInput.parse({ ...weighs, grounds, nth: '0', ...more });
const save = (more: object) => saveWeights(person('wukai'), given(more));
const later = (at: Date, ms = 1) => new Date(at.getTime() + ms);

it('there is none until it is set, and each set counts for what ends after it', async () => {
  expect(await weightsAt(new Date())).toBeNull();
  expect(await save({ on: 'yes' })).toBeNull();
  const [first] = await readWeightSets();
  if (!first) throw new Error('nothing was kept');
  expect(first).toMatchObject({
    nth: 1,
    on: true,
    response: 30,
    grounds,
    by: person('wukai').name,
  });
  // A period that was over when they were set has no score.
  expect(await weightsAt(first.at)).toBeNull();
  expect(await weightsAt(later(first.at))).toMatchObject({ nth: 1 });

  expect(await save({ nth: '1', on: 'yes', response: '20', solved: '45' })).toBeNull();
  const [second] = await readWeightSets();
  if (!second) throw new Error('nothing was kept');
  expect(await weightsAt(second.at)).toMatchObject({ nth: 1, response: 30 });
  expect(await weightsAt(later(second.at))).toMatchObject({ nth: 2, response: 20 });

  expect(await save({ nth: '2' })).toBeNull();
  const [third] = await readWeightSets();
  if (!third) throw new Error('nothing was kept');
  expect(await weightsAt(later(third.at))).toBeNull();
  expect((await readWeightSets()).map((it) => it.nth)).toEqual([3, 2, 1]);
  const told = await db().change.findMany({
    where: { subject: 'scoreWeights' },
    orderBy: { at: 'asc' },
  });
  expect(told.map((it) => [it.action, it.name])).toEqual([
    ['added', '30/35/35/0'],
    ['changed', '20/45/35/0'],
    ['changed', '30/35/35/0'],
  ]);
});

it('of two who save at once the second is told, and nothing but a hundred is kept', async () => {
  const { length } = await readWeightSets();
  const both = await Promise.all([1, 2].map(() => save({ nth: `${length}`, on: 'yes' })));
  expect(both.filter((it) => it === null)).toHaveLength(1);
  expect(both.find((it) => it !== null)).toMatchObject({ code: 'changedMeanwhile' });
  const uneven = await save({ nth: `${length + 1}`, response: '31' });
  expect(uneven).toMatchObject({ field: 'response', code: 'notHundred', values: { sum: 101 } });
  expect(await readWeightSets()).toHaveLength(length + 1);
  await expect(
    db().scoreWeights.create({
      data: {
        ...{
          nth: 99,
          on: true,
          response: 50,
          solved: 50,
          satisfiedResult: 1,
          satisfiedHandling: 0,
        },
        ...{ grounds, personId: person('wukai').personId, at: new Date() },
      },
    }),
  ).rejects.toThrow(/ScoreWeights_hundred/);
});

it('a set is never rewritten nor taken away', async () => {
  await expect(db().scoreWeights.updateMany({ data: { response: 0, solved: 65 } })).rejects.toThrow(
    /permission denied/,
  );
  await expect(db().scoreWeights.deleteMany()).rejects.toThrow(/permission denied/);
});

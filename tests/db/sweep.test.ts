import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { sweepTurns } from '@/lib/jobs/sweep-turns';
import { mintResident, mintVoice, playing } from '@/lib/people/actor';
import { newId, person, ready } from '../support/county';

await ready();

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Answered at the desk so many days ago; nobody has judged since. */
async function answered(days: number) {
  const input = { what: '想问高龄津贴', place: '东街', phone: '13812345678' };
  const filed = await fileAppeal({ input }, playing(mintResident(), daysAgo(days)));
  if (!filed.ok) throw new Error(filed.code);
  const step = { appealId: filed.appealId, verb: 'answer' as const, input: { answer: '带身份证' } };
  const done = await perform(step, playing(person('sunyue'), daysAgo(days)));
  if (!done.ok) throw new Error(done.code);
  return filed;
}

const statusOf = async (id: string) =>
  (await db().appeal.findUniqueOrThrow({ where: { id } })).closedAs;

it('closes what nobody judged in time as unrated, once, and leaves the rest alone', async () => {
  const old = await answered(40);
  const fresh = await answered(1);
  expect(await sweepTurns('lapse')).toBe(1);
  expect(await statusOf(old.appealId)).toBe('lapsed');
  expect(await statusOf(fresh.appealId)).toBeNull();
  expect(await sweepTurns('lapse')).toBe(0);
  expect(await db().event.count({ where: { appealId: old.appealId, verb: 'lapse' } })).toBe(1);
});

it('leaves the cases of a running import alone', async () => {
  const importId = newId();
  await db().import.create({ data: { id: importId, source: 'running', startedAt: new Date() } });
  const theirs = await answered(40);
  await db().appeal.update({ where: { id: theirs.appealId }, data: { importId } });
  expect(await sweepTurns('lapse')).toBe(0);
  await db().import.update({ where: { id: importId }, data: { finishedAt: new Date() } });
  expect(await sweepTurns('lapse')).toBe(1);
});

it('one appeal that cannot lapse does not keep the others waiting', async () => {
  const [broken, sound] = [await answered(41), await answered(40)];
  await db().appeal.update({ where: { id: broken.appealId }, data: { round: 7 } });
  expect(await sweepTurns('lapse')).toBe(1);
  expect(await statusOf(sound.appealId)).toBe('lapsed');
  expect(await statusOf(broken.appealId)).toBeNull();
});

it('whoever comes after the resident is not told a colleague was faster', async () => {
  const filed = await answered(1);
  const voice = mintVoice(filed.voiceId, filed.appealId);
  const { step } = await db().appeal.findUniqueOrThrow({ where: { id: filed.appealId } });
  const verdict = {
    round: '1',
    solved: 'no',
    result: 'neutral',
    handling: 'neutral',
    pressed: 'no',
  };
  await perform({ appealId: filed.appealId, verb: 'judge', input: verdict }, voice);
  const late = { appealId: filed.appealId, verb: 'redo' as const, input: { reason: '补充' }, step };
  const told = await perform(late, person('sunyue'));
  expect(told).toMatchObject({ ok: false, code: 'changedMeanwhile' });
  expect(told).not.toHaveProperty('by');
});

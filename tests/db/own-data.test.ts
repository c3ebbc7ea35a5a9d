import { expect, it } from 'vitest';
import { GET as openLink } from '@/app/v/[token]/route';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { linkToken } from '@/lib/auth/link-token';
import { ownDataAnswer } from '@/lib/auth/own-data-answer';
import { ownVoices } from '@/lib/auth/own-voices';
import { lookupHash } from '@/lib/contacts/cipher';
import { reveal } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import { copiesOf } from '@/lib/own-data/copies';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { eraseDue } from '@/lib/retention/erase';
import { altered } from '../support/altered';
import { person, ready } from '../support/county';

await ready();

async function filed(what: string, phone: string, name: string) {
  const done = await fileAppeal(
    { input: { what, place: '柳湾一巷', phone, name } },
    mintResident(),
  );
  if (!done.ok) throw new Error(done.code);
  return { ...done, voice: mintVoice(done.voiceId, done.appealId) };
}

it('a copy holds all that is kept of whoever asks, of all their cases, and nothing of others', async () => {
  const [mine, second, theirs] = [
    await filed('路灯不亮', '13800000011', '钱甲'),
    await filed('井盖松了', '13800000011', '钱甲'),
    await filed('路灯也不亮', '13800000022', '孙乙'),
  ];
  // Somebody else joins the first case with words and a number of their own.
  const joined = await perform(
    {
      appealId: mine.appealId,
      verb: 'join',
      input: { way: 'telephone', name: '李丙', phone: '13800000033', words: '我家门口也黑' },
    },
    person('sunyue'),
  );
  expect(joined).toMatchObject({ ok: true });
  await perform(
    { appealId: mine.appealId, verb: 'message', input: { words: '什么时候来' } },
    mine.voice,
  );
  const wanted = { appealId: mine.appealId, voiceId: mine.voiceId, reason: '核对地址' };
  expect(await reveal(person('sunyue'), wanted)).toMatchObject({ ok: true });

  const hash = lookupHash('13800000011');
  const voices = await ownVoices(hash);
  expect(voices.map((it) => it.voiceId).toSorted()).toEqual(
    [mine.voiceId, second.voiceId].toSorted(),
  );
  const answer = await ownDataAnswer(voices, 'code', hash);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const text = await answer.text();
  for (const own of [
    '钱甲',
    '13800000011',
    '路灯不亮',
    '井盖松了',
    '什么时候来',
    '核对地址',
    mine.caseNumber,
  ]) {
    expect(text).toContain(own);
  }
  for (const another of [
    '孙乙',
    '13800000022',
    '路灯也不亮',
    theirs.caseNumber,
    '李丙',
    '13800000033',
    '我家门口也黑',
  ]) {
    expect(text).not.toContain(another);
  }
  // A link may be in other hands.
  const byLink = await (await ownDataAnswer([mine.voice], 'link', mine.voiceId)).text();
  expect(byLink).toContain('138****0011');
  for (const plain of ['钱甲', '13800000011']) expect(byLink).not.toContain(plain);

  // The neighbour who joined gets their own, and nothing of who filed.
  const [neighbour] = await ownVoices(lookupHash('13800000033'));
  if (!neighbour) throw new Error('nobody joined');
  const other = await (await ownDataAnswer([neighbour], 'code', 'x')).text();
  expect(other).toContain('李丙');
  for (const another of ['钱甲', '13800000011', '路灯不亮', '什么时候来'])
    expect(other).not.toContain(another);

  // It is written down, in each case, beside who else looked.
  expect(await copiesOf(mine.voice)).toHaveLength(2);
  expect(await copiesOf(second.voice)).toHaveLength(1);
  expect(await copiesOf(theirs.voice)).toEqual([]);
  expect((await ownDataAnswer([], 'link', null)).status).toBe(404);
  await expect(db().ownCopy.deleteMany()).rejects.toThrow(/permission denied/);
});

it('twenty copies an hour', async () => {
  const { voice, voiceId } = await filed('路灯不亮', '13800000044', '周丁');
  const ask = async () => (await ownDataAnswer([voice], 'link', voiceId)).status;
  for (let nth = 0; nth < 20; nth++) expect(await ask()).toBe(200);
  expect(await ask()).toBe(429);
  expect(await copiesOf(voice)).toHaveLength(20);
});

it('an old link says that nothing is kept; one that never was says no more than before', async () => {
  const { appealId, voiceId, voice } = await filed('路灯不亮', '13800000055', '吴戊');
  await perform({ appealId, verb: 'withdraw', input: { pressed: 'no' } }, voice);
  const open = async (token: string) =>
    (
      await openLink(new Request('http://here/'), { params: Promise.resolve({ token }) })
    ).headers.get('location');
  const token = linkToken(voiceId, 1);
  await db().$executeRaw`UPDATE "Appeal" SET "closedAt" = now() - interval '366 days',
    "reopenUntil" = now() - interval '300 days' WHERE id = ${appealId}::uuid`;
  expect(await open(altered(token))).toBe('/v/lost');
  expect(await eraseDue()).toMatchObject({ contacts: 1 });
  expect(await open(token)).toBe('/v/gone');
  expect(await open(altered(token))).toBe('/v/lost');
  expect(await open(linkToken(voiceId, 3))).toBe('/v/lost');
});

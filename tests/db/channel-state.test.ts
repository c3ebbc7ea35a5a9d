import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { db } from '@/lib/db/client';
import { readChannels } from '@/lib/notices/channel-state';
import { allowPush, readPush } from '@/lib/notices/push/allowed';
import { mintResident } from '@/lib/people/actor';
import { newId, person, ready, unitId } from '../support/county';

await ready();
const zone = 'Asia/Shanghai';
const dayMs = 86_400_000;

/** A notice to a resident that waits to be sent. */
async function waiting(): Promise<string> {
  const input = { what: '楼道的灯坏了', place: '安康里 6 号楼', phone: '13812345678' };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const { appealId } = filed;
  const sent = { verb: 'dispatch', input: { unitId: unitId('liuwan') } } as const;
  expect(await perform({ appealId, ...sent }, person('chenjing'))).toMatchObject({ ok: true });
  const notice = { appealId, voiceId: { not: null }, settledAt: null };
  return (await db().notice.findFirstOrThrow({ where: notice })).id;
}

async function tried(noticeId: string, outcomes: readonly string[], at: Date, channel = 'sms') {
  const before = await db().delivery.count({ where: { noticeId } });
  const rows = outcomes.map((outcome, nth) => ({
    ...{ id: newId(), noticeId, channel, gateway: 'sms1', at, outcome, attempt: before + nth + 1 },
  }));
  await db().delivery.createMany({ data: rows });
}

const stateOf = async (channel: string) =>
  (await readChannels(zone)).channels.find((it) => it.channel === channel);

it('counts what was sent and what came to nothing since midnight there, and when last', async () => {
  const noticeId = await waiting();
  expect(await stateOf('sms')).toMatchObject({ sentToday: 0, failedToday: 0, lastSentAt: null });
  const { at, waiting: before } = await readChannels(zone);
  const earlier = new Date(at.getTime() - 2 * dayMs);
  await tried(noticeId, ['sent'], earlier);
  expect(await stateOf('sms')).toMatchObject({ sentToday: 0, failedToday: 0, lastSentAt: earlier });
  await tried(noticeId, ['failed', 'refused', 'unknown', 'sent'], at);
  await tried(noticeId, ['failed'], at, 'email');
  expect(await stateOf('sms')).toMatchObject({ sentToday: 1, failedToday: 3, lastSentAt: at });
  expect(await stateOf('email')).toMatchObject({ sentToday: 0, failedToday: 1, lastSentAt: null });
  await db().notice.update({ where: { id: noticeId }, data: { settledAt: at } });
  expect((await readChannels(zone)).waiting).toBe(before - 1);
});

it('a way that was sent by a month ago and not since was not sent by lately', async () => {
  const noticeId = await waiting();
  const { at } = await readChannels(zone);
  await tried(noticeId, ['sent'], new Date(at.getTime() - 31 * dayMs), 'email');
  expect(await stateOf('email')).toMatchObject({ lastSentAt: null });
  await tried(noticeId, ['sent'], new Date(at.getTime() - 29 * dayMs), 'email');
  expect((await stateOf('email'))?.lastSentAt).not.toBeNull();
});

it('devices are told where administration allows it, and none is kept where it does not', async () => {
  const chief = person('wukai');
  expect(await stateOf('push')).toMatchObject({ setUp: false });
  await allowPush(chief, true);
  expect(await stateOf('push')).toMatchObject({ setUp: true });
  expect(await readPush()).toEqual({ allowed: true, devices: 0 });
  await allowPush(chief, false);
  expect(await stateOf('push')).toMatchObject({ setUp: false });
});

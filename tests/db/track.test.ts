import { expect, it } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { endsWith, readStatus, trackInput } from '@/lib/appeals/queries/track';
import { db } from '@/lib/db/client';
import { mintResident } from '@/lib/people/actor';
import { ready } from '../support/county';

await ready();

async function file(phone?: string) {
  const input = { what: '路灯不亮', place: '东街 9 号', ...(phone ? { phone } : {}) };
  const filed = await fileAppeal({ input }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  return filed;
}

it('reads a number as it is written, read aloud or typed by another keyboard', () => {
  const read = (number: string, digits: string) => trackInput.safeParse({ number, digits });
  for (const number of [
    '202612010417',
    '20261201 0417',
    '20261201-0417',
    '２０２６１２０１０４１７',
  ]) {
    expect(read(number, ' ６７８9').data, number).toEqual({
      number: '202612010417',
      digits: '6789',
    });
  }
  expect(read('12345', '6789').error?.issues[0]?.message).toBe('wrongCaseNumber');
  for (const digits of ['678', '67890', 'abcd']) {
    expect(read('202612010417', digits).error?.issues[0]?.message, digits).toBe('wrongDigits');
  }
});

it('the last four digits of a telephone of the case and no others open it', async () => {
  const { caseNumber, voiceId } = await file('13812345678');
  expect(await endsWith(caseNumber, '5678')).toBe(true);
  for (const digits of ['1381', '5679', '0000']) {
    expect(await endsWith(caseNumber, digits), digits).toBe(false);
  }
  expect(await endsWith('209912310001', '5678')).toBe(false);
  expect(await endsWith((await file()).caseNumber, '5678')).toBe(false);
  // Whoever has left is no resident of the case any more.
  await db().voice.update({ where: { id: voiceId }, data: { leftAt: new Date() } });
  expect(await endsWith(caseNumber, '5678')).toBe(false);
});

it('shows the status and nothing else', async () => {
  const { caseNumber } = await file('13812345678');
  expect(await readStatus(caseNumber)).toEqual({ caseNumber, status: 'filed', closedAs: null });
  expect(await readStatus('209912310001')).toBeNull();
});

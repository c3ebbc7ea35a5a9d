// ASVS 5.0: 9.2.2, 11.5.1, 14.2.1, 3.5.3
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET } from '@/app/v/[token]/route';
import { fileAppeal } from '@/lib/appeals/file';
import { perform } from '@/lib/appeals/perform';
import { linkToken, privatePath, readLinkToken } from '@/lib/auth/link-token';
import { currentVoice, voiceHolding } from '@/lib/auth/voices';
import { db } from '@/lib/db/client';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { person, ready } from '../support/county';

interface SetCookie {
  value: string;
  path?: string;
  httpOnly?: boolean;
  sameSite?: string;
  secure?: boolean;
}

const jar = vi.hoisted(() => new Map<string, SetCookie>());

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: object) => jar.set(name, { value, ...options }),
  }),
}));

interface Filed {
  appealId: string;
  caseNumber: string;
  voiceId: string;
}

async function filed(): Promise<Filed> {
  const input = { what: '楼道的灯坏了两个星期', place: '安康里 6 号楼', phone: '13812345678' };
  const result = await fileAppeal({ input }, mintResident());
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
}

let mine: Filed;
let other: Filed;

beforeAll(async () => {
  await ready();
  mine = await filed();
  other = await filed();
});

beforeEach(() => jar.clear());

const follow = (token: string) =>
  GET(new Request('http://localhost/v/x'), { params: Promise.resolve({ token }) });

describe('the token of a link', () => {
  test('is 44 characters of an address and opens its own voice', async () => {
    const token = linkToken(mine.voiceId, 1);
    expect(token).toMatch(/^[\w-]{44}$/);
    expect(await readLinkToken(token)).toEqual({
      voiceId: mine.voiceId,
      appealId: mine.appealId,
      caseNumber: mine.caseNumber,
      generation: 1,
    });
    expect(privatePath({ id: mine.voiceId, generation: 1 })).toBe(`/v/${token}`);
  });

  test('opens nothing when any one character differs', async () => {
    const token = linkToken(mine.voiceId, 1);
    for (let index = 0; index < token.length; index += 1) {
      const letter = token[index] === 'A' ? 'B' : 'A';
      const altered = token.slice(0, index) + letter + token.slice(index + 1);
      expect(await readLinkToken(altered), altered).toBeNull();
    }
  });

  test('opens nothing with the proof of another voice or generation', async () => {
    const [own, others] = [linkToken(mine.voiceId, 1), linkToken(other.voiceId, 1)];
    expect(await readLinkToken(own.slice(0, 22) + others.slice(22))).toBeNull();
    expect(await readLinkToken(linkToken(mine.voiceId, 2))).toBeNull();
    expect(await readLinkToken(linkToken(mine.voiceId, 0))).toBeNull();
    expect(await readLinkToken(linkToken(crypto.randomUUID(), 0))).toBeNull();
  });

  test.each(['', 'x', '../../etc/passwd', 'A'.repeat(43), 'A'.repeat(45), '字'.repeat(44)])(
    'nonsense is refused: %s',
    async (token) => {
      expect(await readLinkToken(token)).toBeNull();
    },
  );

  test('is revoked by the next generation, which opens', async () => {
    const { voiceId } = await filed();
    const before = linkToken(voiceId, 1);
    await db().voice.update({ where: { id: voiceId }, data: { generation: 2 } });
    expect(await readLinkToken(before)).toBeNull();
    expect(await readLinkToken(linkToken(voiceId, 2))).not.toBeNull();
  });

  test('opens nothing once the voice has left', async () => {
    const { voiceId } = await filed();
    await db().voice.update({ where: { id: voiceId }, data: { leftAt: new Date() } });
    expect(await readLinkToken(linkToken(voiceId, 1))).toBeNull();
  });
});

describe('following a link', () => {
  test('swaps it for a cookie of that case alone and a clean address', async () => {
    const token = linkToken(mine.voiceId, 1);
    const answer = await follow(token);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/follow/${mine.caseNumber}`);
    expect([...jar]).toEqual([
      [
        `huiyin.voice.${mine.caseNumber}`,
        expect.objectContaining({
          value: token,
          httpOnly: true,
          sameSite: 'lax',
          path: `/follow/${mine.caseNumber}`,
        }),
      ],
    ]);
    expect(await currentVoice(mine.caseNumber)).toMatchObject({
      kind: 'voice',
      voiceId: mine.voiceId,
      appealId: mine.appealId,
    });
  });

  test('changes nothing in the database, however often', async () => {
    const state = () =>
      db().appeal.findUnique({ where: { id: mine.appealId }, include: { voices: true } });
    const before = await state();
    for (let n = 0; n < 3; n += 1) await follow(linkToken(mine.voiceId, 1));
    expect(await state()).toEqual(before);
  });

  test('a link that opens nothing sets no cookie', async () => {
    const answer = await follow(linkToken(mine.voiceId, 9));
    expect(answer.headers.get('location')).toBe('/v/lost');
    expect(jar.size).toBe(0);
  });

  test('a proof of one case opens no other', async () => {
    const token = linkToken(mine.voiceId, 1);
    expect(await voiceHolding(token, mine.caseNumber)).not.toBeNull();
    expect(await voiceHolding(token, other.caseNumber)).toBeNull();
    jar.set(`huiyin.voice.${other.caseNumber}`, { value: token });
    expect(await currentVoice(other.caseNumber)).toBeNull();
    expect(await currentVoice(mine.caseNumber)).toBeNull();
  });
});

test('a thousand visits of a scanner to the link of a case that waits for a verdict judge nothing', async () => {
  const { appealId, voiceId } = await filed();
  const counts = async () => [
    await db().verdict.count({ where: { appealId } }),
    await db().event.count({ where: { appealId } }),
  ];
  const step = {
    appealId,
    verb: 'answer' as const,
    input: { answer: '灯换好了', outcome: 'done' },
  };
  const answered = await perform(step, person('chenjing'));
  expect(answered.ok).toBe(true);
  const before = await counts();
  const token = linkToken(voiceId, 1);
  const statuses = await Promise.all(
    Array.from({ length: 1_000 }, async () => (await follow(token)).status),
  );
  expect(new Set(statuses)).toEqual(new Set([303]));
  expect(await counts()).toEqual(before);
  const said = { solved: 'yes', result: 'satisfied', handling: 'satisfied', pressed: 'no' };
  const judge = () =>
    perform(
      { appealId, verb: 'judge', input: { ...said, round: '1' } },
      mintVoice(voiceId, appealId),
    );
  expect((await judge()).ok).toBe(true);
  expect((await judge()).ok, 'the same once more').toBe(false);
  expect((await counts())[0]).toBe(1);
});

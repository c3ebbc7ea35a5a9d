// ASVS 5.0: 11.2.2
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/v/[token]/route';
import { fileAppeal } from '@/lib/appeals/file';
import { joinAppeal } from '@/lib/appeals/join';
import { perform } from '@/lib/appeals/perform';
import { readOwnCases } from '@/lib/appeals/queries/own-cases';
import { askForCode, codeOf, spendCode } from '@/lib/auth/coming-back';
import { knownDevice, withDevice } from '@/lib/auth/known-device';
import { closeLimiter } from '@/lib/auth/limiter';
import { linkToken, readLinkToken } from '@/lib/auth/link-token';
import {
  offerToken,
  readOfferToken,
  readShareToken,
  readUnsubscribeToken,
  shareToken,
  unsubscribeToken,
} from '@/lib/auth/share-token';
import { decrypt, encrypt, lookupHash } from '@/lib/contacts/cipher';
import { searchCaller } from '@/lib/contacts/find-caller';
import { hashesOfOthers, rehash } from '@/lib/contacts/rehash';
import { leftUnderOthers, rotate } from '@/lib/contacts/rotate';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { currentSigner, formerSigner } from '@/lib/integrity/seal-key';
import { addDevice } from '@/lib/notices/push/devices';
import { mintResident, mintVoice } from '@/lib/people/actor';
import { personBehind } from '@/lib/people/identity';
import { sealEmail } from '@/lib/people/work-email';
import { estateOf } from '@/lib/places/estate';
import { newId, person, ready } from '../support/county';

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return { ...crypto, createHmac: vi.fn(crypto.createHmac) };
});
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => undefined, set() {} }) }));

const [first, second, third] = [
  process.env.HUIYIN_SECRET ?? '',
  'a second secret of thirty-two letters',
  'a third secret of thirty-two letters!',
];
const contactKey = 'a key of contacts of thirty-two letters';

/** As if every process had been started anew with these. */
const startedWith = (secret: string, secretBefore?: string) =>
  Object.assign(settings(), { contactKey, secret, secretBefore });

const phones = ['13912340000', '13912340001', '13912340002'];
const form = { formKey: newId(), locale: 'zh' };
const inputOf = (nth: number) => ({
  ...{ what: '灯不亮', place: `安康里 ${nth} 号楼`, name: '李娜', nearby: 'on' },
  ...{ phone: phones[nth], email: `lina${nth}@example.com` },
});
const endpoint = { endpoint: 'https://push.example/1', keys: { p256dh: 'a', auth: 'b' } };
const vouched = { issuer: 'https://id.example', subject: '7', email: 'zhoumin@county.example' };

async function file(nth: number, more: object = form) {
  const done = await fileAppeal({ input: inputOf(nth), ...more }, mintResident());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done;
}

let made: Awaited<ReturnType<typeof file>>[];
/** What was handed out and kept under the first secret. */
let given: Awaited<ReturnType<typeof handOut>>;

async function handOut() {
  const [{ appealId, voiceId } = { appealId: '', voiceId: '' }] = made;
  await addDevice(mintVoice(voiceId, appealId), endpoint);
  return {
    link: linkToken(voiceId, 1),
    join: shareToken(appealId),
    offer: offerToken(appealId),
    stop: unsubscribeToken(voiceId),
    device: withDevice(undefined, 'zhoumin'),
    signer: currentSigner().keyId,
    sealed: encrypt('x', 'one'),
  };
}

const search = async (nth: number) => {
  const searched = await searchCaller(person('sunyue'), { phone: phones[nth] });
  if (!searched.ok) throw new Error(JSON.stringify(searched));
  return db().lookup.findUniqueOrThrow({ where: { id: searched.lookupId } });
};

/** Every hash that is kept, with what it would be now. */
async function hashes() {
  const contacts = await db().contact.findMany({ orderBy: { voiceId: 'asc' } });
  return contacts.map((it) => ({
    kept: [it.phoneHash, it.emailHash],
    wanted: [it.phone, it.email].map((value) => value && lookupHash(decrypt(value, it.voiceId))),
  }));
}
/** How many hashes of telephones and addresses are of another secret. */
const stale = async () =>
  (await hashes()).flatMap(({ kept, wanted }) => kept.filter((it, nth) => it !== wanted[nth]))
    .length;

beforeAll(async () => {
  await ready();
  const { personId } = person('zhoumin');
  const email = sealEmail(personId, vouched.email);
  await db().person.update({ where: { id: personId }, data: { email } });
  await db().installation.update({ where: { id: 1 }, data: { pushAllowedAt: new Date() } });
  made = [await file(0), await file(1, {}), await file(2, {})];
  expect(await personBehind(vouched)).toMatchObject({ ok: true, personId });
  await search(0);
  given = await handOut();
  startedWith(first);
  await rotate();
});

beforeEach(async () => {
  await db().attempt.deleteMany();
});

afterAll(async () => {
  Object.assign(settings(), { contactKey: undefined, secret: first, secretBefore: undefined });
  await closeLimiter();
});

const idsOf = (nth: number) => {
  const it = made[nth];
  if (!it) throw new Error('not filed');
  return it;
};

test('control: with the secret changed and none of before, nothing handed out opens and nobody is found', async () => {
  startedWith(second);
  expect(await readLinkToken(given.link)).toBeNull();
  expect([readShareToken(given.join), readOfferToken(given.offer)]).toEqual([null, null]);
  expect(readUnsubscribeToken(given.stop)).toBeNull();
  expect(knownDevice(given.device, 'zhoumin')).toBeNull();
  expect(formerSigner(given.signer)).toBeUndefined();
  expect(() => decrypt(given.sealed, 'one')).toThrow();
  expect((await search(0)).found).toBe(0);
  expect(await personBehind(vouched)).toEqual({ ok: false, code: 'nobody' });
});

test('with the secret of before what was handed out opens, and what is handed out now is under the new one', async () => {
  startedWith(second, first);
  const { appealId, voiceId } = idsOf(0);
  expect(await readLinkToken(given.link)).toMatchObject({ appealId, voiceId });
  const link = linkToken(voiceId, 1);
  expect(link).not.toBe(given.link);
  expect(await readLinkToken(link)).toMatchObject({ voiceId });
  expect([readShareToken(given.join), readOfferToken(given.offer)]).toEqual([appealId, appealId]);
  expect(readUnsubscribeToken(given.stop)).toBe(voiceId);
  const known = knownDevice(given.device, 'zhoumin');
  expect(known).not.toBeNull();
  // Its mark is made anew as its owner signs in, and its name stays.
  const renewed = withDevice(given.device, 'zhoumin');
  expect(renewed).not.toBe(given.device);
  expect(knownDevice(renewed, 'zhoumin')).toBe(known);
  expect(formerSigner(given.signer)?.keyId).toBe(given.signer);
  expect(decrypt(given.sealed, 'one')).toBe('x');
});

test('a form that comes for the first time while the secret is changed is taken, once', async () => {
  startedWith(second, first);
  const { appealId, voiceId } = idsOf(0);
  const step = {
    appealId,
    verb: 'supplement',
    input: { words: '还有二楼' },
    formKey: newId(),
  } as const;
  const by = mintVoice(voiceId, appealId);
  expect(await perform(step, by)).toMatchObject({ ok: true, again: false });
  expect(await perform(step, by)).toMatchObject({ ok: true, again: true });
});

test('control: what a third secret made opens nothing', async () => {
  startedWith(third);
  const { appealId, voiceId } = idsOf(0);
  const [link, join] = [linkToken(voiceId, 1), shareToken(appealId)];
  startedWith(second, first);
  expect(await readLinkToken(link)).toBeNull();
  expect(readShareToken(join)).toBeNull();
});

test('a link of nobody is looked up and compared with as many keys as one of somebody', async () => {
  startedWith(second, first);
  const told = async (token: string) => {
    vi.mocked(createHmac).mockClear();
    await readLinkToken(token);
    return vi.mocked(createHmac).mock.calls.length;
  };
  const { voiceId } = idsOf(0);
  expect([
    await told(linkToken(voiceId, 1)),
    await told(given.link),
    await told(linkToken(newId(), 1)),
  ]).toEqual([2, 2, 2]);
});

test('before anything was made anew a number is found, and whoever comes again is known', async () => {
  startedWith(second, first);
  expect(await stale()).toBe(6);
  expect((await search(0)).found).toBe(1);
  // Found by one hash from now on, and so are the searches for it.
  expect(await stale()).toBe(5);
  expect(await db().lookup.count({ where: { phoneHash: lookupHash(phones[0] ?? '') } })).toBe(3);

  const join = { way: 'telephone', phone: phones[1] };
  const again = await joinAppeal({ appealId: idsOf(1).appealId, input: join }, person('sunyue'));
  expect(again).toMatchObject({ ok: false, code: 'alreadyJoined' });

  const { id, contactHash } = await db().entryCode.findUniqueOrThrow({
    where: { id: await askForCode(phones[2] ?? '', 'sms', 'zh') },
  });
  expect(await readOwnCases(contactHash)).toHaveLength(1);
  expect(await spendCode(id, codeOf(id))).toEqual({ contactHash });

  const { appealId, voiceId } = idsOf(0);
  await addDevice(mintVoice(voiceId, appealId), endpoint);
  expect(await db().pushSubscription.count({ where: { voiceId, endedAt: null } })).toBe(1);
  expect(await personBehind(vouched)).toMatchObject({ ok: true });
});

test('control: a search goes with whom it was for, and with nobody else', async () => {
  const lookup = await search(0);
  const move = (phoneHash: string) =>
    db().lookup.update({ where: { id: lookup.id }, data: { phoneHash } });
  await expect(move(lookupHash(phones[2] ?? ''))).rejects.toThrow('does not change');
  await expect(move('0'.repeat(64))).rejects.toThrow('does not change');
});

test('a code that was sent before is taken, a form that was sent before is not filed twice', async () => {
  startedWith(first);
  const id = await askForCode('13912349999', 'sms', 'zh');
  const code = codeOf(id);
  startedWith(second);
  expect(await spendCode(id, code)).toBeNull();
  startedWith(second, first);
  expect(await spendCode(id, code)).not.toBeNull();
  expect(await file(0)).toMatchObject({ caseNumber: idsOf(0).caseNumber, again: true });

  const note = { appealId: idsOf(0).appealId, verb: 'annotate', formKey: newId() } as const;
  const step = { ...note, input: { note: '打过电话' } };
  startedWith(first);
  expect(await perform(step, person('sunyue'))).toMatchObject({ ok: true, again: false });
  startedWith(second, first);
  expect(await perform(step, person('sunyue'))).toMatchObject({ ok: true, again: true });
  // Control: without the secret of before it would be a second step.
  startedWith(second);
  expect(await perform(step, person('sunyue'))).toMatchObject({ ok: true, again: false });
});

test('everything is made anew while it serves; cut off it goes on, and no row is lost', async () => {
  startedWith(first);
  const more = [await file(0, {}), await file(1, {})];
  startedWith(second, first);
  const rows = await db().contact.count();
  expect(await stale()).toBeGreaterThan(4);
  let slices = 0;
  const cutOff = rehash(1, () => {
    slices += 1;
    if (slices === 4) throw new Error('cut off');
  });
  await expect(cutOff).rejects.toThrow('cut off');
  expect(await hashesOfOthers()).toBeGreaterThan(0);
  const { unread } = await rehash(2);
  expect(unread).toEqual({});
  expect([await stale(), await hashesOfOthers(), await leftUnderOthers()]).toEqual([0, 0, 0]);
  expect(await rehash(2)).toEqual({ changed: 0, unread: {} });
  expect(await db().contact.count()).toBe(rows);
  const kept = await db().nearby.findMany({ select: { placeHash: true } });
  expect(kept).toHaveLength(5);
  expect(new Set(kept.map((it) => it.placeHash))).toEqual(
    new Set([lookupHash(estateOf('安康里 1 号楼') ?? '')]),
  );
  expect((await search(0)).found).toBe(more.length);
});

test('then without the secret of before all is found, old links are as any false one, and a new one is had', async () => {
  startedWith(second);
  expect((await search(1)).found).toBe(2);
  expect(await personBehind(vouched)).toMatchObject({ ok: true });
  const open = async (token: string) => {
    const answer = await GET(new Request('http://localhost/v/x'), {
      params: Promise.resolve({ token }),
    });
    return answer.headers.get('location');
  };
  const never = await open(linkToken(newId(), 1));
  expect(never).toContain('/v/lost');
  expect(await open(given.link)).toBe(never);
  const id = await askForCode(phones[0] ?? '', 'sms', 'zh');
  const spent = await spendCode(id, codeOf(id));
  const cases = await readOwnCases(spent?.contactHash ?? '');
  expect(cases.map((it) => it.caseNumber)).toContain(idsOf(0).caseNumber);
  expect(await readLinkToken(linkToken(idsOf(0).voiceId, 1))).not.toBeNull();
});

test('control: a secret that was taken away before the end is missed, and the run says so', async () => {
  startedWith(third);
  expect((await search(2)).found).toBe(0);
  expect(await hashesOfOthers()).toBeGreaterThan(0);
  // What hashes are made of is under a key of its own, so even then nothing is lost.
  expect((await rehash()).unread).toEqual({});
  expect((await search(2)).found).toBe(1);
});

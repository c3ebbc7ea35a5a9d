// ASVS 5.0: 11.2.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import { closeLimiter } from '@/lib/auth/limiter';
import { offeredKey, offerFactor } from '@/lib/auth/second-factor';
import { decrypt, encrypt, lookupHash } from '@/lib/contacts/cipher';
import { currentMark } from '@/lib/contacts/contact-keys';
import { reveal } from '@/lib/contacts/reveal';
import { leftUnderOthers, places, rotate } from '@/lib/contacts/rotate';
import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { mintResident } from '@/lib/people/actor';
import { openEmail, sealEmail } from '@/lib/people/work-email';
import type { Holder } from '@/lib/photos/held';
import { receivePhotos } from '@/lib/photos/receive';
import { withClient } from '@/scripts/launcher/with-client';
import { newId, person, ready } from '../support/county';
import { fromTelephone } from '../support/photo-files';

const [first, second] = [
  'a first key of thirty-two letters and more',
  'a second key of thirty-two letters',
];

/** As if every process had been started anew with these. */
const startedWith = (contactKey?: string, contactKeyBefore?: string) =>
  Object.assign(settings(), { contactKey, contactKeyBefore });

const markOf = (words: string): string => {
  const { contactKey } = settings();
  Object.assign(settings(), { contactKey: words });
  const mark = currentMark() ?? '';
  Object.assign(settings(), { contactKey });
  return mark;
};

const draftId = newId();

/** One value in every place where values stay. */
async function fill(): Promise<void> {
  for (const nth of [0, 1, 2]) {
    const given = { what: '灯不亮', place: `书院街 ${nth} 号`, name: '李娜' };
    const contact = { phone: `1391234888${nth}`, email: `lina${nth}@example.com` };
    const done = await fileAppeal({ input: { ...given, ...contact } }, mintResident());
    if (!done.ok) throw new Error(JSON.stringify(done));
    const { voiceId } = done;
    const sealed = encrypt('{"endpoint":"x"}', voiceId);
    await db().pushSubscription.create({
      data: { id: newId(), voiceId, sealed, endpointHash: `hash ${nth}`, createdAt: new Date() },
    });
  }
  const { personId } = person('zhoumin');
  await db().person.update({
    where: { id: personId },
    data: { email: sealEmail(personId, 'zhoumin@county.example') },
  });
  await offerFactor(personId);
  const secret = encrypt('a key', `second factor ${personId}`);
  await db().secondFactor.update({
    where: { personId },
    data: { secret, confirmedAt: new Date() },
  });
  const draft = encrypt('{"told":{}}', `draft ${draftId}`);
  await db().draft.create({ data: { id: draftId, sealed: draft, savedAt: new Date() } });
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(await fromTelephone())]), 'a.jpg');
  const holder: Holder = `draft:${draftId}`;
  const request = new Request('http://here/photos', { method: 'POST', body: form });
  await receivePhotos(request, holder);
}

/** Every column of every table in which a value stands under this key. */
async function columnsUnder(mark: string): Promise<string[]> {
  return withClient(process.env.DATABASE_URL ?? '', async (client) => {
    const { rows } = await client.query<{ table: string; column: string }>(
      `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type = 'text'`,
    );
    const found: string[] = [];
    for (const { table, column } of rows) {
      const held = await client.query(
        `SELECT FROM "${table}" WHERE left("${column}", 8) = $1 LIMIT 1`,
        [mark],
      );
      if (held.rowCount) found.push(`${table}.${column}`);
    }
    return found.sort();
  });
}

const everyPlace = places.map(({ table, column }) => `${table}.${column}`).sort();

const aVoice = () =>
  db().contact.findFirstOrThrow({ where: { phoneHash: lookupHash('13912348880') } });

beforeAll(async () => {
  await ready();
  await fill();
});
afterAll(async () => {
  startedWith();
  await closeLimiter();
});

test('without a key of its own nothing is rotated, and values open as before', async () => {
  startedWith();
  await expect(rotate()).rejects.toThrow('HUIYIN_CONTACT_KEY');
  const { voiceId, phone } = await aVoice();
  expect(decrypt(phone ?? '', voiceId)).toBe('13912348880');
});

test('what HUIYIN_SECRET had sealed goes under the new key, in every place there is', async () => {
  startedWith(first);
  const { voiceId, phone } = await aVoice();
  expect(decrypt(phone ?? '', voiceId)).toBe('13912348880');
  const before = await leftUnderOthers();
  expect(before).toBeGreaterThanOrEqual(everyPlace.length);
  expect(await rotate(2)).toEqual({ renewed: before, unread: {} });
  expect(await leftUnderOthers()).toBe(0);
  expect(await columnsUnder(markOf(first))).toEqual(everyPlace);
});

test('a run that is cut off goes on with what is left; what is new is under the new key at once', async () => {
  startedWith(second, first);
  const all = await leftUnderOthers();
  let slices = 0;
  const cutOff = rotate(2, () => {
    slices += 1;
    if (slices === 2) throw new Error('cut off');
  });
  await expect(cutOff).rejects.toThrow('cut off');
  const left = await leftUnderOthers();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(all);
  expect(encrypt('x', 'one').startsWith(markOf(second))).toBe(true);
  expect(await rotate(2)).toEqual({ renewed: left, unread: {} });
  expect(await rotate(2)).toEqual({ renewed: 0, unread: {} });
});

test('then nothing is under the old key, and without it everything opens and is found', async () => {
  expect(await columnsUnder(markOf(first))).toEqual([]);
  expect(await columnsUnder(markOf(second))).toEqual(everyPlace);
  startedWith(second);
  const { voiceId } = await aVoice();
  const { appealId } = await db().voice.findUniqueOrThrow({ where: { id: voiceId } });
  const wanted = { appealId, voiceId, reason: '约上门时间' };
  expect(await reveal(person('sunyue'), wanted)).toEqual({
    ok: true,
    contact: { name: '李娜', phone: '13912348880', email: 'lina0@example.com' },
  });
  const { personId } = person('zhoumin');
  const { email } = await db().person.findUniqueOrThrow({ where: { id: personId } });
  expect(openEmail(personId, email)).toBe('zhoumin@county.example');
  expect(await offeredKey(personId)).toHaveLength(20);
});

test('control: a key that was taken away too early is told, and what is under it stays as it is', async () => {
  startedWith(first);
  const before = await db().contact.findMany({ orderBy: { voiceId: 'asc' } });
  const { voiceId, phone } = await aVoice();
  expect(() => decrypt(phone ?? '', voiceId)).toThrow('not at hand');
  const { renewed, unread } = await rotate(2);
  expect(renewed).toBe(0);
  expect(unread).toMatchObject({ 'Contact.phone': 3, 'Person.email': 1, 'Photo.evidence': 1 });
  expect(await leftUnderOthers()).toBeGreaterThan(0);
  expect(await db().contact.findMany({ orderBy: { voiceId: 'asc' } })).toEqual(before);
});

test('a value somebody writes meanwhile is not lost', async () => {
  startedWith(first, second);
  const { voiceId } = await aVoice();
  const theirs = encrypt('13912348880', voiceId);
  const rotating = rotate(500, () => undefined);
  await db().contact.update({ where: { voiceId }, data: { phone: theirs } });
  await rotating;
  expect(decrypt((await aVoice()).phone ?? '', voiceId)).toBe('13912348880');
  expect(await leftUnderOthers()).toBe(0);
});

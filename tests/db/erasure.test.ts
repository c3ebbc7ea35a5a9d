import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { forgetRules } from '@/lib/appeals/rules';
import { linkToken, readLinkToken } from '@/lib/auth/link-token';
import { encrypt, lookupHash } from '@/lib/contacts/cipher';
import { searchCaller } from '@/lib/contacts/find-caller';
import { reveal, revealsOf } from '@/lib/contacts/reveal';
import { db } from '@/lib/db/client';
import { verifyChains } from '@/lib/integrity/verify-chains';
import { sweepAfterEffects } from '@/lib/jobs/sweep-after-effects';
import { sweepKeywords } from '@/lib/jobs/sweep-keywords';
import { foldMeasures } from '@/lib/measures/rolled/fold';
import { type Actor, mintResident, mintSystem, mintVoice, playing } from '@/lib/people/actor';
import { photoAnswer } from '@/lib/photos/answer';
import { changedFiles } from '@/lib/photos/changed-files';
import type { Holder } from '@/lib/photos/held';
import { receivePhotos } from '@/lib/photos/receive';
import { keepBack, releasePhoto } from '@/lib/photos/release';
import { openReleased } from '@/lib/photos/released';
import { recount } from '@/lib/recount/recount';
import { wholePeriod } from '@/lib/recount/whole-period';
import { eraseDue, wouldErase } from '@/lib/retention/erase';
import { lastRun } from '@/lib/retention/last-run';
import { withClient } from '@/scripts/launcher/with-client';
import { newId, person, ready, unitId } from '../support/county';
import { findEverywhere } from '../support/find-everywhere';
import { fromTelephone } from '../support/photo-files';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-erasure-'));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof import('@/lib/env')>();
  return { ...real, settings: () => ({ ...real.settings(), dataDirectory: folder }) };
});

await ready();

const day = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * day);
const zone = 'Asia/Shanghai';
const handler = person('zhaolimin');
const checker = person('zhoumin');

async function take(appealId: string, verb: Verb, input: object, actor: Actor) {
  const done = await perform({ appealId, verb, input }, actor);
  if (!done.ok) throw new Error(`${verb} ${done.code} ${JSON.stringify(done.problems)}`);
  return done;
}

let phones = 13_900_000_000;
const anotherPhone = () => {
  phones += 1;
  return `${phones}`;
};

async function one(holder: Holder, bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(bytes)]), 'a');
  const request = new Request('http://here/photos', { method: 'POST', body: form });
  const [line] = (await receivePhotos(request, holder)) ?? [];
  if (!line?.photo) throw new Error(`not taken: ${line?.problem}`);
  return line.photo.id;
}

interface Words {
  [word: string]: string;
}

const plain: Words = { what: '路灯不亮', place: '柳湾一巷', said: '说好了', answer: '换好了' };

/** Filed, answered by the street, judged and closed so many days ago. */
async function closed(
  days: number,
  words: Words = plain,
  more: object = {},
  photos: string[] = [],
) {
  const phone = anotherPhone();
  const at = (later: number) => ago(days + 10 - later);
  const holder = `draft:${newId()}` as const;
  if (photos.length > 0)
    await db().photo.updateMany({ where: { id: { in: photos } }, data: { holder } });
  const input = { what: words.what, place: words.place, phone, ...more };
  const given = photos.length > 0 ? { input, photos: { holder, ids: photos } } : { input };
  const filed = await fileAppeal(given, playing(mintResident(), at(0)));
  if (!filed.ok) throw new Error(`${filed.code} ${JSON.stringify(filed.problems)}`);
  const { appealId, voiceId } = filed;
  const voice = mintVoice(voiceId, appealId);
  const by = (actor: Actor, later: number) => playing(actor, at(later));
  await take(
    appealId,
    'dispatch',
    { unitId: unitId('liuwan'), note: words.note },
    by(person('chenjing'), 1),
  );
  await take(appealId, 'accept', {}, by(handler, 2));
  await take(appealId, 'contact', { how: 'telephone', said: words.said }, by(handler, 3));
  await take(appealId, 'message', { words: words.message ?? '什么时候来' }, by(voice, 4));
  await take(appealId, 'annotate', { note: words.annotation ?? '看过' }, by(handler, 5));
  await take(appealId, 'resolve', { outcome: 'done', answer: words.answer }, by(handler, 6));
  const said = { round: '1', solved: 'yes', result: 'neutral', handling: 'neutral', pressed: 'no' };
  await take(appealId, 'judge', { ...said, words: words.verdict ?? '' }, by(voice, 10));
  return { ...filed, phone, voice };
}

const faults = async () => {
  const list: string[] = [];
  for await (const { fault } of changedFiles()) list.push(fault);
  return list;
};

const counted = () => recount({ period: wholePeriod(null, null, zone), zone, at: new Date() });
const figuresOf = ({ counts }: Awaited<ReturnType<typeof counted>>) => JSON.stringify(counts);

const shareRows = () =>
  db().$queryRaw`SELECT to_jsonb(s) AS row FROM "MeasureShare" s ORDER BY s."appealId"`;

const canaries: Words = {
  what: '金丝雀甲说路灯坏了',
  place: '金丝雀乙里 9 号楼 3 单元',
  note: '金丝雀丙',
  said: '金丝雀丁',
  message: '金丝雀戊',
  annotation: '金丝雀己',
  answer: '金丝雀庚',
  verdict: '金丝雀辛',
};

it('first nobody can be named or reached any more, then every word is gone; what counts stays', async () => {
  const [picture = '', other = ''] = [
    await one(`draft:${newId()}`, await fromTelephone()),
    await one(`draft:${newId()}`, await fromTelephone()),
  ];
  const who = { name: '金丝雀壬', email: 'canary@example.org', nearby: 'on' };
  const helped = { helper: 'neighbour', helperName: '金丝雀癸', helperAgreed: 'yes' };
  const it = await closed(2_000, canaries, { ...who, ...helped }, [picture, other]);
  const { appealId, voiceId, caseNumber, phone } = it;
  const shown = await reveal(person('sunyue'), { appealId, voiceId, reason: '金丝雀子' });
  expect(shown).toMatchObject({ ok: true, contact: { name: '金丝雀壬', phone } });
  expect(await searchCaller(person('sunyue'), { phone })).toMatchObject({ ok: true });
  await db().$executeRaw`INSERT INTO "NoticeChoice" VALUES (${voiceId}::uuid, 'sms', now())`;
  const sealed = encrypt('{"endpoint":"https://push.example/金丝雀丑"}', voiceId);
  await db()
    .$executeRaw`INSERT INTO "PushSubscription" (id, "voiceId", sealed, "endpointHash", "createdAt")
    VALUES (${newId()}::uuid, ${voiceId}::uuid, ${sealed}, ${lookupHash('https://push.example/金丝雀丑')}, now())`;
  const kept = { nth: '0', reason: '金丝雀寅' };
  expect(await keepBack(checker, { caseNumber, id: other, input: kept })).toMatchObject({
    ok: true,
  });
  const covered = { nth: '0', checked: 'yes', cell: '5' };
  const released = await releasePhoto(checker, { caseNumber, id: picture, input: covered });
  if (!released.ok) throw new Error(released.code);
  await sweepKeywords();
  await sweepAfterEffects();
  await foldMeasures();

  const named = [
    '金丝雀壬',
    '金丝雀癸',
    '金丝雀丑',
    'canary@example.org',
    phone,
    lookupHash(phone),
  ];
  const spoken = '甲乙丙丁戊己庚辛子寅'.split('').map((word) => `金丝雀${word}`);
  const before = await findEverywhere([...named, ...spoken]);
  // The search finds what is there: in the clear, sealed, as a hash, and in every table meant to be emptied.
  for (const at of [
    ...['Contact.name: 金丝雀壬', `Contact.phone: ${phone}`, 'Contact.email: canary@example.org'],
    ...[`Lookup.phoneHash: ${lookupHash(phone)}`, 'PushSubscription.sealed: 金丝雀丑'],
    ...[
      'Text.body: 金丝雀癸',
      'Text.body: 金丝雀甲',
      'Detail.what: 金丝雀甲',
      'Detail.place: 金丝雀乙',
    ],
    ...['Reveal.reason: 金丝雀子', 'PhotoRelease.reason: 金丝雀寅', 'Text.body: 金丝雀辛'],
  ]) {
    expect(before).toContain(at);
  }
  const [figures, shares] = [figuresOf(await counted()), await shareRows()];
  const view = await viewCase(checker, caseNumber);

  // As if words were kept for ever: only contacts go.
  await db().$executeRaw`UPDATE "Installation" SET "wordDays" = 36500`;
  await forgetRules();
  expect(await wouldErase(0)).toMatchObject({
    contacts: { cases: 1, contacts: 1, devices: 1 },
    words: { cases: 0 },
  });
  expect(await findEverywhere(named)).toEqual(
    before.filter((it) => named.some((word) => it.endsWith(word))),
  );
  const link = linkToken(voiceId, 1);
  expect(await readLinkToken(link)).not.toBeNull();
  expect(await eraseDue()).toMatchObject({ asked: 0, contacts: 1, words: 0, lookups: 0 });
  expect(await findEverywhere(named)).toEqual([`Lookup.phoneHash: ${lookupHash(phone)}`]);
  expect(await readLinkToken(link)).toBeNull();
  const still = await findEverywhere(spoken);
  expect(still).toEqual(before.filter((it) => spoken.some((word) => it.endsWith(word))));

  // What somebody searched for is told for half a year; who searched, longer.
  await db().$executeRaw`UPDATE "Installation" SET "wordDays" = 1826`;
  await forgetRules();
  await withOwner(`UPDATE "Lookup" SET at = now() - interval '183 days'`);
  expect(await wouldErase(0)).toMatchObject({ words: { cases: 1, pictures: 2 }, lookups: 0 });
  await withOwner(`UPDATE "Lookup" SET at = now() - interval '185 days'`);
  expect(await wouldErase(0)).toMatchObject({ lookups: 1 });
  expect(await eraseDue()).toMatchObject({ contacts: 0, words: 1, pictures: 2, lookups: 1 });
  expect(await findEverywhere([...named, ...spoken])).toEqual([]);
  expect(await db().lookup.count()).toBe(1);
  expect(await revealsOf(checker, appealId)).toMatchObject([{ what: 'opened', reason: '' }]);
  expect((await photoAnswer(picture, 'small')).status).toBe(404);
  expect((await photoAnswer(picture, 'large')).status).toBe(404);
  expect(await openReleased(released.id)).toBeNull();

  // What counts is as it was, the log adds up, and the page still opens.
  expect((await verifyChains()).faults).toEqual([]);
  expect(await faults()).toEqual([]);
  const after = await counted();
  expect(after.differences).toEqual([]);
  expect(figuresOf(after)).toBe(figures);
  await foldMeasures();
  expect(await shareRows()).toEqual(shares);
  const seen = await viewCase(checker, caseNumber);
  expect(seen?.detail).toMatchObject({ title: '—', what: '', place: '', point: null });
  const erasing = seen?.story.filter((it) => it.verb === 'erase').map((it) => it.facts);
  expect(erasing).toMatchObject([
    { what: 'contacts', voices: 1, contacts: 1, devices: 1 },
    { what: 'words', voices: 1, contacts: 0, photos: 2, texts: expect.any(Number) },
  ]);
  expect(
    seen?.story.filter((it) => it.verb !== 'erase').map((it) => [it.verb, it.at, it.facts]),
  ).toEqual(view?.story.map((it) => [it.verb, it.at, it.facts]));
  expect(seen?.story.flatMap((it) => [...Object.values(it.words), ...it.photos])).toEqual([]);

  // It is written down that it was done, and of how many; a second run does nothing more.
  const events = await db().event.count();
  expect((await lastRun())?.erased).toMatchObject({ words: 1, pictures: 2 });
  expect(await db().change.count({ where: { subject: 'retention' } })).toBe(2);
  expect(await eraseDue()).toMatchObject({
    asked: 0,
    contacts: 0,
    words: 0,
    pictures: 0,
    lookups: 0,
  });
  expect(await db().event.count()).toBe(events);
  expect(await db().change.count({ where: { subject: 'retention' } })).toBe(2);

  // Whoever adds a word finds it erased in its turn.
  await take(appealId, 'annotate', { note: '金丝雀卯' }, checker);
  expect(await findEverywhere(['金丝雀卯'])).toEqual(['Text.body: 金丝雀卯']);
  expect(await eraseDue()).toMatchObject({ words: 1 });
  expect(await findEverywhere(['金丝雀卯'])).toEqual([]);
});

const withOwner = async (sql: string) => {
  await withClient(process.env.DATABASE_URL ?? '', async (client) => {
    await client.query('ALTER TABLE "Lookup" DISABLE TRIGGER USER');
    await client.query(sql);
    await client.query('ALTER TABLE "Lookup" ENABLE TRIGGER USER');
  });
};

const contactsOf = (appealId: string) => db().contact.count({ where: { voice: { appealId } } });

it('what is open, may be reopened, is checked, decided on or merged into such a case waits', async () => {
  // What other tests left.
  await eraseDue();
  const [young, open, mayReopen, checked, asked, source, target, old] = [
    await closed(364),
    await closed(400),
    await closed(400),
    await closed(400),
    await closed(400),
    await closed(400),
    await closed(300),
    await closed(366),
  ];
  await take(open.appealId, 'reopen', { reason: '又坏了' }, checker);
  await db()
    .$executeRaw`UPDATE "Appeal" SET "reopenUntil" = now() + interval '1 day' WHERE id = ${mayReopen.appealId}::uuid`;
  const roundOf = (appealId: string) => db().round.findFirstOrThrow({ where: { appealId } });
  const draw = newId();
  const round = await roundOf(checked.appealId);
  await withClient(process.env.DATABASE_URL ?? '', async (client) => {
    // This database is the file's own: a check without the whole of a drawing.
    await client.query('ALTER TABLE "SpotCheck" DROP CONSTRAINT "SpotCheck_drawId_fkey"');
    await client.query(
      `INSERT INTO "SpotCheck" (id, "appealId", "roundId", "drawId", seq, at, tries) VALUES ($1, $2, $3, $4, 9, now(), 0)`,
      [newId(), checked.appealId, round.id, draw],
    );
  });
  await db().request.create({
    data: {
      ...{ id: newId(), appealId: asked.appealId, roundId: (await roundOf(asked.appealId)).id },
      ...{ kind: 'exclude', exclusionClass: 'malicious', unitId: handler.unitId },
      ...{ unitPath: handler.unitPath, askedIn: 'closed', seq: 9, at: new Date() },
    },
  });
  await db().merge.create({
    data: {
      ...{ id: newId(), sourceId: source.appealId, targetId: target.appealId },
      ...{
        roundId: (await roundOf(source.appealId)).id,
        wasStatus: 'filed',
        seq: 2,
        at: new Date(),
      },
    },
  });
  expect((await wouldErase(0)).contacts.cases).toBe(1);
  expect(await eraseDue()).toMatchObject({ contacts: 1 });
  expect(await contactsOf(old.appealId)).toBe(0);
  const waiting = [young, open, mayReopen, checked, asked, source, target];
  for (const { appealId } of waiting) {
    expect(await contactsOf(appealId)).toBe(1);
    // The gate says so itself: whoever found the case made a mistake.
    const step = { appealId, verb: 'erase', input: { what: 'contacts' } } as const;
    expect(await perform(step, mintSystem())).toMatchObject({ ok: false });
    expect(await perform(step, person('wukai'))).toMatchObject({ ok: false });
  }
  // And so do the tables.
  await expect(db().contact.deleteMany({ where: { voiceId: open.voiceId } })).rejects.toThrow(
    /open/,
  );
  // Days later the rest has had its time.
  await db()
    .$executeRaw`UPDATE "Appeal" SET "reopenUntil" = now() - interval '1 day' WHERE id = ${mayReopen.appealId}::uuid`;
  await db()
    .$executeRaw`UPDATE "Appeal" SET "closedAt" = now() - interval '366 days' WHERE id = ${target.appealId}::uuid`;
  expect((await wouldErase(2)).contacts.cases).toBe(4);
  expect(await eraseDue()).toMatchObject({ contacts: 3 });
  expect((await verifyChains()).faults).toEqual([]);
});

it('two at once take each case once', async () => {
  await eraseDue();
  const cases = await Promise.all([closed(500), closed(500), closed(500)]);
  const both = await Promise.all([eraseDue(), eraseDue()]);
  expect(both.map((it) => it.contacts).reduce((sum, it) => sum + it, 0)).toBe(3);
  for (const { appealId } of cases) {
    expect(await db().event.count({ where: { appealId, verb: 'erase' } })).toBe(1);
  }
});

it('a resident has their contact erased: at once when it is closed, else as it closes', async () => {
  const over = await closed(10);
  const sure = { sure: 'yes' };
  const done = await take(over.appealId, 'askErasure', sure, over.voice);
  expect(done.file.voices[0]).toMatchObject({ reach: 'link', generation: 1 });
  expect(await contactsOf(over.appealId)).toBe(0);
  expect(await readLinkToken(linkToken(over.voiceId, 1))).not.toBeNull();

  const phone = anotherPhone();
  const filed = await fileAppeal({ input: { ...plain, phone } }, mintResident());
  if (!filed.ok) throw new Error(filed.code);
  const { appealId, voiceId } = filed;
  const voice = mintVoice(voiceId, appealId);
  const bad = { appealId, verb: 'askErasure', input: {} } as const;
  expect(await perform(bad, voice)).toMatchObject({ code: 'badInput' });
  expect(await perform({ ...bad, input: sure }, over.voice)).toMatchObject({ code: 'notFound' });
  expect(await perform({ ...bad, input: sure }, checker)).toMatchObject({ code: 'notYours' });
  await take(appealId, 'askErasure', sure, voice);
  expect(await perform({ ...bad, input: sure }, voice)).toMatchObject({ code: 'erasureAsked' });
  expect(await eraseDue()).toMatchObject({ asked: 0 });
  expect(await contactsOf(appealId)).toBe(1);
  await take(appealId, 'withdraw', { pressed: 'no' }, voice);
  expect(await wouldErase(0)).toMatchObject({ asked: 1 });
  expect(await eraseDue()).toMatchObject({ asked: 1 });
  expect(await contactsOf(appealId)).toBe(0);
  expect(await findEverywhere([phone, lookupHash(phone)])).toEqual([]);
  expect(await eraseDue()).toMatchObject({ asked: 0 });
  const appeal = await db().appeal.findUniqueOrThrow({ where: { id: appealId } });
  expect(appeal).toMatchObject({ eraseAsked: [], contactsErasedAt: null });
});

it('what was written beside can be emptied, and be made to say nothing else', async () => {
  const it = await closed(5);
  const wanted = { appealId: it.appealId, voiceId: it.voiceId, reason: '核对' };
  expect((await reveal(person('sunyue'), wanted)).ok).toBe(true);
  await expect(
    db().$executeRaw`UPDATE "Reveal" SET reason = '别的' WHERE "appealId" = ${it.appealId}::uuid`,
  ).rejects.toThrow(/emptied/);
  await expect(db().$executeRaw`DELETE FROM "Reveal"`).rejects.toThrow(/permission denied/);
  await expect(db().$executeRaw`DELETE FROM "Lookup"`).rejects.toThrow(/permission denied/);
  await expect(db().$executeRaw`UPDATE "Reveal" SET at = now()`).rejects.toThrow(
    /permission denied/,
  );
});

it('a county that was there before has time to look', async () => {
  await eraseDue();
  await closed(500);
  const from = (days: number) =>
    db()
      .$executeRaw`UPDATE "Installation" SET "erasesFrom" = now() + make_interval(days => ${days}::int)`;
  await from(30);
  expect(await eraseDue()).toMatchObject({ contacts: 0 });
  expect((await wouldErase(29)).contacts.cases).toBe(0);
  expect((await wouldErase(31)).contacts.cases).toBeGreaterThan(0);
  await from(-1);
  expect(await eraseDue()).toMatchObject({ contacts: 1 });
});

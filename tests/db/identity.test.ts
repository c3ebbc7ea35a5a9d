// ASVS 5.0: 6.8.1
import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { personBehind, unbindIdentity } from '@/lib/people/identity';
import { sealEmail } from '@/lib/people/work-email';
import { person, ready } from '../support/county';

await ready();
const chief = person('wukai');
const issuer = 'https://login.example';

/** Gives somebody of the cast a work address of their own. */
async function withAddress(login: string, email = `${login}@county.example`) {
  const { personId } = person(login);
  await db().person.update({
    where: { id: personId },
    data: { email: sealEmail(personId, email), identity: null },
  });
  return { personId, vouched: { issuer, subject: `of ${login}`, email } };
}

it('is found by the work address once, and from then on by the subject alone', async () => {
  const { personId, vouched } = await withAddress('zhoumin');
  const known = { ok: true, personId, login: 'zhoumin' };
  const written = { ...vouched, email: ' ZhouMin@County.Example ' };
  expect(await personBehind(written)).toEqual(known);
  expect(await personBehind({ ...vouched, email: 'other@county.example' })).toEqual(known);
  expect(await personBehind({ ...vouched, email: null })).toEqual(known);
  // The same subject of another house is somebody else, and so is another account there with the same address.
  const elsewhere = { ...vouched, issuer: 'https://other.example', email: null };
  expect(await personBehind(elsewhere)).toEqual({ ok: false, code: 'unverified' });
  expect(await personBehind({ ...vouched, subject: 'another' })).toEqual({
    ok: false,
    code: 'nobody',
  });
  const { identity } = await db().person.findUniqueOrThrow({ where: { id: personId } });
  expect(identity).not.toContain(vouched.subject);
});

it('two pages of one person that bind at once bind once', async () => {
  const { personId, vouched } = await withAddress('linxiao');
  const known = await Promise.all(Array.from({ length: 6 }, () => personBehind(vouched)));
  expect(known).toEqual(
    Array.from({ length: 6 }, () => ({ ok: true, personId, login: 'linxiao' })),
  );
  const bound = { subjectId: personId, action: 'identityBound' };
  expect(await db().change.count({ where: bound })).toBe(1);
});

it('binds nobody by an address that was not verified, that several have, or that nobody has', async () => {
  const { vouched } = await withAddress('chenjing', 'shared@county.example');
  await withAddress('hewei', 'shared@county.example');
  const code = async (more: object) => {
    const known = await personBehind({ ...vouched, ...more });
    return known.ok ? known.login : known.code;
  };
  expect(await code({ email: null })).toBe('unverified');
  expect(await code({})).toBe('several');
  expect(await code({ email: 'nobody@county.example' })).toBe('nobody');
});

it('whoever left is nobody, also where they had come in by it before', async () => {
  const { personId, vouched } = await withAddress('guotao');
  expect(await personBehind(vouched)).toMatchObject({ ok: true });
  await db().person.update({ where: { id: personId }, data: { disabledAt: new Date() } });
  expect(await personBehind(vouched)).toEqual({ ok: false, code: 'nobody' });
});

it('what was bound can be let go, once; the next time with the address binds anew', async () => {
  const { personId, vouched } = await withAddress('fangzheng');
  expect(await personBehind(vouched)).toMatchObject({ ok: true });
  expect(await unbindIdentity(personId, chief)).toMatchObject({ ok: true });
  expect(await unbindIdentity(personId, chief)).toMatchObject({
    problems: [{ code: 'identityGone' }],
  });
  const anew = { ...vouched, subject: 'made anew' };
  expect(await personBehind(anew)).toMatchObject({ ok: true, personId });
  expect(await personBehind(vouched)).toEqual({ ok: false, code: 'nobody' });
});

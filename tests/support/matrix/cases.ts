import { fileAppeal } from '@/lib/appeals/file';
import type { Verb } from '@/lib/appeals/lifecycle';
import { perform } from '@/lib/appeals/perform';
import { type Actor, mintResident, mintVoice, type PersonActor } from '@/lib/people/actor';
import type { Holder } from '@/lib/photos/held';
import { receivePhotos } from '@/lib/photos/receive';
import { newId, person, unitId } from '../county';
import { fromTelephone } from '../photo-files';

/** The states of a case, seen from a handler of 柳湾街道. */
export const caseNames = [
  /** Theirs, in person. */
  'own',
  /** A colleague's. */
  'colleague',
  /** Another unit's. */
  'other',
  /** Their own unit is complained of, and one dispatcher in person; another unit has it. */
  'accused',
  /** Theirs, of somebody who stays secret. */
  'secret',
  /** Theirs, judged and over. */
  'closed',
  /** Nobody's yet. */
  'filed',
] as const;
export type CaseName = (typeof caseNames)[number];

export interface MatrixCase {
  name: CaseName;
  id: string;
  caseNumber: string;
  voiceId: string;
  photoId: string;
  /** Stands in what the resident wrote, and nowhere else in the world. */
  marker: string;
  phone: string;
}

async function photoFor(holder: Holder): Promise<string> {
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(await fromTelephone())]), 'a.jpg');
  const request = new Request('http://here/photos', { method: 'POST', body: form });
  const [line] = (await receivePhotos(request, holder)) ?? [];
  if (!line?.photo) throw new Error(`not taken: ${line?.problem}`);
  return line.photo.id;
}

async function filed(name: CaseName, input: object = {}): Promise<MatrixCase> {
  const nth = caseNames.indexOf(name);
  const holder: Holder = `draft:${newId()}`;
  const photoId = await photoFor(holder);
  const marker = `Zq${name}7`;
  const phone = `1391234777${nth}`;
  const words = {
    what: `${marker} 门口的灯不亮`,
    place: `书院街 ${nth + 1} 号`,
    phone,
    name: '李娜',
  };
  const done = await fileAppeal(
    { input: { ...words, ...input }, photos: { holder, ids: [photoId] } },
    mintResident(),
  );
  if (!done.ok) throw new Error(`${name}: ${JSON.stringify(done)}`);
  const { appealId: id, caseNumber, voiceId } = done;
  return { name, id, caseNumber, voiceId, photoId, marker, phone };
}

async function step({ id }: { id: string }, verb: Verb, input: object, by: Actor): Promise<void> {
  const done = await perform({ appealId: id, verb, input }, by);
  if (!done.ok) throw new Error(`${verb}: ${done.code} ${JSON.stringify(done.problems)}`);
}

async function atWork(
  it: MatrixCase,
  unit: string,
  handler: PersonActor,
  acceptedBy = handler,
): Promise<MatrixCase> {
  await step(it, 'dispatch', { unitId: unitId(unit), reason: '归他们' }, person('chenjing'));
  await step(it, 'accept', {}, acceptedBy);
  await step(it, 'contact', { how: 'telephone', said: '说好上门' }, handler);
  return it;
}

const verdict = {
  ...{ round: '1', solved: 'yes', result: 'satisfied', handling: 'satisfied', pressed: 'no' },
};

interface Players {
  /** Handles beside the unit's own handler. */
  colleague: PersonActor;
  /** Named in person. */
  accused: PersonActor;
  /** Has had `own` before its handler. */
  former: PersonActor;
}

/** Plays all of them. */
export async function playCases({ colleague, accused, former }: Players): Promise<MatrixCase[]> {
  const handler = person('zhaolimin');
  const own = await atWork(await filed('own'), 'liuwan', handler, former);
  await step(own, 'assign', { personId: handler.personId }, person('wangxiulan'));
  const theirs = await atWork(await filed('colleague'), 'liuwan', colleague);
  const other = await atWork(await filed('other'), 'chengguan', person('maqiang'));
  const complaint = await filed('accused', { aboutUnitId: unitId('liuwan') });
  await atWork(complaint, 'chengguan', person('maqiang'));
  const named = { whom: 'person', personId: accused.personId, reason: '说的就是这个人' };
  await step(complaint, 'recuse', named, person('chenjing'));
  const secret = await atWork(await filed('secret', { secret: 'yes' }), 'liuwan', handler);
  const closed = await atWork(await filed('closed'), 'liuwan', handler);
  await step(closed, 'resolve', { outcome: 'done', answer: '换了灯' }, handler);
  await step(closed, 'judge', verdict, mintVoice(closed.voiceId, closed.id));
  return [own, theirs, other, complaint, secret, closed, await filed('filed')];
}

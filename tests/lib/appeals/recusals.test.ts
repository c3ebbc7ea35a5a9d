import { afterEach, describe, expect, it } from 'vitest';
import { leadOf } from '@/lib/appeals/case-file';
import { whyNot } from '@/lib/appeals/decide';
import { isParty } from '@/lib/appeals/parties';
import { sees } from '@/lib/appeals/queries/visible';
import { barsPerson, nobodyLeft, standingRecusals } from '@/lib/appeals/recusals';
import { mintPerson, mintSystem, type PersonActor } from '@/lib/people/actor';
import {
  actor,
  filed,
  given,
  must,
  type Played,
  somebody,
  take,
  toResolved,
  unitId,
  verdict,
  voiceOf,
} from '../../support/pure-world';

const at = new Date('2026-11-20T02:00:00Z');
const later = new Date('2026-11-20T03:00:00Z');

const named = (unit: string) => ({ unitId: unitId(unit), reason: '说的就是他们' });
const turns = (played: Played) => played.changes.at(-1)?.turns ?? [];
const notices = (played: Played) => played.changes.at(-1)?.notices ?? [];

/** One of the cast as a fallback, with what the door gives them. */
function fallback(login: string): PersonActor {
  const { personId: id, name, unitId: unit, unitPath, roles } = actor(login);
  return mintPerson({ id, name, unitId: unit, unitPath, roles, isFallback: true });
}

const twoFallbacks = () => {
  given.fallbacks = [actor('zhoumin').personId, actor('liufang').personId];
};

afterEach(() => {
  given.fallbacks = [];
});

describe('who is barred', () => {
  it('a unit bars its people and those below it, never those above', () => {
    const played = filed(at);
    must(played, 'recuse', named('liuwan'), voiceOf(played), at);
    expect(sees(actor('wangxiulan'), played.file)).toBe(false);
    const below = mintPerson({
      id: 'x',
      name: '某人',
      unitId: 'y',
      unitPath: `${actor('wangxiulan').unitPath}ankang/`,
      roles: ['supervisor'],
    });
    expect(barsPerson(played.file, below)).toBe(true);
    expect(barsPerson(played.file, somebody('chenghe', ['leader']))).toBe(false);
    expect(sees(actor('chenjing'), played.file)).toBe(true);
  });

  it('beats every role: a supervisor of the unit is no party and sees nothing', () => {
    const played = filed(at);
    const inside = somebody('liuwan', ['supervisor', 'dispatcher']);
    expect(isParty(played.file, 'office:dispatch', inside)).toBe(true);
    must(played, 'recuse', named('liuwan'), voiceOf(played), at);
    expect(sees(inside, played.file)).toBe(false);
    expect(whyNot(played.file, 'dispatch', inside, at)?.code).toBe('notYours');
    expect(whyNot(played.file, 'annotate', inside, at)?.code).toBe('notYours');
  });

  it('naming a handler bars that person, naming a leader bars the unit', () => {
    const person = (login: string) => ({
      whom: 'person',
      personId: actor(login).personId,
      reason: '说的是他',
    });
    const one = filed(at);
    must(one, 'recuse', person('maqiang'), actor('chenjing'), at);
    expect(barsPerson(one.file, actor('maqiang'))).toBe(true);
    expect(barsPerson(one.file, actor('liufang'))).toBe(false);
    const other = filed(at);
    must(other, 'recuse', person('liufang'), actor('chenjing'), at);
    expect(barsPerson(other.file, actor('maqiang'))).toBe(true);
  });

  it('whoever stands in for a person is barred with them', () => {
    const played = filed(at);
    must(
      played,
      'recuse',
      { whom: 'person', personId: actor('maqiang').personId, reason: '是他' },
      actor('chenjing'),
      at,
    );
    const deputy = actor('liufang');
    expect(barsPerson(played.file, deputy)).toBe(false);
    const file = { ...played.file, recusedDeputies: [deputy.personId] };
    expect(barsPerson(file, deputy)).toBe(true);
    expect(sees(deputy, file)).toBe(false);
  });

  it('a lifted recusal bars nobody', () => {
    const played = filed(at);
    must(played, 'recuse', named('liuwan'), voiceOf(played), at);
    const [one] = standingRecusals(played.file);
    must(played, 'unrecuse', { recusalId: one?.id, reason: '不是他们' }, actor('zhoumin'), later);
    expect(played.file.appeal.recused).toBe(false);
    expect(barsPerson(played.file, actor('wangxiulan'))).toBe(false);
  });
});

describe('who may recuse and lift', () => {
  it('staff declare themselves; only offices and residents name others', () => {
    const played = filed(at);
    must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), at);
    const handler = actor('zhaolimin');
    const other = take(played, 'recuse', { whom: 'unit', ...named('housing') }, handler, at);
    expect(other).toMatchObject({ problems: [{ field: 'whom', code: 'onlyYourself' }] });
    must(played, 'recuse', { whom: 'self', reason: '是我亲戚' }, handler, at);
    expect(sees(handler, played.file)).toBe(false);
    expect(sees(actor('wangxiulan'), played.file)).toBe(true);
    expect(standingRecusals(played.file)).toMatchObject([
      { ground: 'declared', personId: handler.personId, unitId: null },
    ]);
  });

  it.each(['chenjing', 'sunyue', 'wangxiulan'])('%s may not lift one', (login) => {
    const played = filed(at);
    must(played, 'recuse', named('housing'), voiceOf(played), at);
    expect(whyNot(played.file, 'unrecuse', actor(login), at)?.code).toBe('notYours');
  });

  it('a supervisor who is concerned lifts nothing, one who is not does', () => {
    const played = filed(at);
    must(played, 'recuse', named('oversight'), voiceOf(played), at);
    expect(whyNot(played.file, 'unrecuse', actor('zhoumin'), at)?.code).toBe('notYours');
    expect(whyNot(played.file, 'unrecuse', somebody('hotline', ['supervisor']), at)).toBeNull();
  });

  it('says at the field what is missing or already so', () => {
    const played = filed(at);
    const voice = voiceOf(played);
    const problem = (input: object, by = voice) =>
      take(played, 'recuse', { reason: '有牵连', ...input }, by, at);
    expect(problem({})).toMatchObject({ problems: [{ field: 'unitId', code: 'namesNobody' }] });
    expect(problem({}, actor('chenjing'))).toMatchObject({ problems: [{ field: 'whom' }] });
    const unknown = { unitId: '00000000-0000-4000-8000-00000000dead' };
    expect(problem(unknown)).toMatchObject({ problems: [{ code: 'unknownUnit' }] });
    must(played, 'recuse', named('liuwan'), voice, at);
    expect(problem(named('liuwan'))).toMatchObject({ problems: [{ code: 'alreadyRecused' }] });
    expect(
      problem({ whom: 'person', personId: actor('zhaolimin').personId }, actor('chenjing')),
    ).toMatchObject({ problems: [{ field: 'personId', code: 'alreadyRecused' }] });
  });
});

describe('what follows', () => {
  it('nobody barred is chosen, whatever the verb, and nothing says why', () => {
    const played = filed(at);
    must(played, 'recuse', named('liuwan'), voiceOf(played), at);
    const no = take(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), at);
    expect(no).toMatchObject({ problems: [{ field: 'unitId', code: 'cannotTakeIt' }] });
    must(played, 'dispatch', { unitId: unitId('housing') }, actor('chenjing'), at);
    const back = { betterUnitId: unitId('liuwan'), reason: '归街道' };
    expect(take(played, 'sendBack', back, actor('hewei'), at)).toMatchObject({
      problems: [{ field: 'betterUnitId', code: 'cannotTakeIt' }],
    });
    must(played, 'accept', {}, actor('hewei'), later);
    const to = { unitId: unitId('liuwan'), reason: '换' };
    expect(take(played, 'redispatch', to, actor('chenjing'), later)).toMatchObject({
      problems: [{ code: 'cannotTakeIt' }],
    });
  });

  it('a lead that is barred has it no longer: a dispatcher must name another', () => {
    const played = filed(at);
    must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), at);
    must(played, 'recuse', named('liuwan'), voiceOf(played), later);
    expect(turns(played)).toMatchObject([
      { capability: 'dispatch', verb: 'redispatch', unitId: null },
    ]);
    expect(whyNot(played.file, 'accept', actor('zhaolimin'), later)?.code).toBe('notYours');
    expect(notices(played).some((it) => it.unitId === unitId('liuwan'))).toBe(false);
    must(
      played,
      'redispatch',
      { unitId: unitId('housing'), reason: '换' },
      actor('chenjing'),
      later,
    );
    expect(notices(played).some((it) => it.unitId === unitId('housing'))).toBe(true);
    expect(turns(played)).toMatchObject([{ unitId: unitId('housing'), verb: 'accept' }]);
  });

  it('the handler who steps back is named no longer', () => {
    const played = filed(at);
    must(played, 'dispatch', { unitId: unitId('liuwan') }, actor('chenjing'), at);
    must(played, 'accept', {}, actor('zhaolimin'), at);
    const personId = actor('zhaolimin').personId;
    must(played, 'assign', { personId }, actor('wangxiulan'), at);
    must(played, 'recuse', { whom: 'self', reason: '亲戚' }, actor('zhaolimin'), later);
    expect(leadOf(played.file)?.personId).toBeNull();
    const again = take(played, 'assign', { personId }, actor('wangxiulan'), later);
    expect(again).toMatchObject({ problems: [{ field: 'personId', code: 'cannotTakeIt' }] });
  });

  it('the next round does not go back to a unit that is barred', () => {
    const played = filed(at);
    const resolved = toResolved(played, at);
    must(played, 'recuse', named('liuwan'), voiceOf(played), resolved);
    must(played, 'judge', verdict('no'), voiceOf(played), resolved);
    expect(played.file.appeal).toMatchObject({ status: 'filed', round: 2 });
  });

  it('the system sends nothing on while words name somebody nobody has looked for', () => {
    const played = filed(at);
    must(played, 'recuse', { who: '穿蓝衣服的', reason: '骂人' }, voiceOf(played), at);
    expect(played.file.appeal).toMatchObject({ recused: false, namesPerson: true });
    expect(whyNot(played.file, 'dispatch', mintSystem(), at)).not.toBeNull();
    const found = { whom: 'person', personId: actor('zhaolimin').personId, reason: '查到了' };
    must(played, 'recuse', found, actor('chenjing'), at);
    expect(played.file.appeal.namesPerson).toBe(false);
  });
});

describe('who takes what everybody else is barred from', () => {
  it('a complaint about the hotline goes to the fallbacks, for this case alone', () => {
    twoFallbacks();
    const played = filed(at);
    must(played, 'recuse', named('hotline'), voiceOf(played), at);
    expect(sees(actor('chenjing'), played.file)).toBe(false);
    const fallbacks = [fallback('zhoumin'), fallback('liufang')];
    for (const one of fallbacks) {
      expect(sees(one, played.file)).toBe(true);
      expect(whyNot(played.file, 'dispatch', one, at)).toBeNull();
    }
    expect(turns(played).map((it) => [it.capability, it.personId, it.verb])).toEqual(
      fallbacks.map((it) => ['entrusted', it.personId, 'dispatch']),
    );
    expect(notices(played).map((it) => it.personId)).toEqual(
      expect.arrayContaining(fallbacks.map((it) => it.personId)),
    );
    const other = filed(at);
    expect(whyNot(other.file, 'dispatch', fallback('liufang'), at)?.code).toBe('notYours');
    expect(sees(fallback('liufang'), other.file)).toBe(false);
  });

  it('a fallback sends it to their own unit and handles it to the end', () => {
    twoFallbacks();
    const played = filed(at);
    must(played, 'recuse', named('hotline'), voiceOf(played), at);
    const zhou = fallback('zhoumin');
    must(played, 'dispatch', { unitId: unitId('oversight') }, zhou, later);
    must(played, 'accept', {}, zhou, later);
    must(played, 'contact', { how: 'telephone', said: '说清楚了' }, zhou, later);
    must(played, 'resolve', { outcome: 'done', answer: '查了，道歉了' }, zhou, later);
    expect(played.file.appeal.status).toBe('resolved');
  });

  it('a fallback who is barred takes nothing; with both barred the inspectors are told', () => {
    twoFallbacks();
    const played = filed(at);
    must(played, 'recuse', named('hotline'), voiceOf(played), at);
    must(played, 'recuse', named('chengguan'), voiceOf(played), at);
    expect(played.file.appeal.fallbackIds).toEqual([actor('zhoumin').personId]);
    expect(sees(fallback('liufang'), played.file)).toBe(false);
    const personId = actor('zhoumin').personId;
    must(played, 'recuse', { whom: 'self', reason: '亲戚' }, fallback('zhoumin'), at);
    expect(nobodyLeft(played.file)).toBe(true);
    expect(standingRecusals(played.file).some((it) => it.personId === personId)).toBe(true);
    expect(notices(played)).toContainEqual(
      expect.objectContaining({ personId: actor('shenhuaiyuan').personId }),
    );
    expect(sees(actor('shenhuaiyuan'), played.file)).toBe(true);
  });

  it('where somebody else is left, the fallbacks get nothing', () => {
    twoFallbacks();
    const played = filed(at);
    must(played, 'recuse', named('liuwan'), voiceOf(played), at);
    expect(played.file.appeal.fallbackIds).toEqual([]);
    expect(sees(fallback('liufang'), played.file)).toBe(false);
  });

  it('the system looks again when people have come and gone', () => {
    const played = filed(at);
    must(played, 'recuse', named('hotline'), voiceOf(played), at);
    expect(nobodyLeft(played.file)).toBe(true);
    expect(take(played, 'entrust', {}, mintSystem(), at)).toMatchObject({ code: 'nothingNew' });
    twoFallbacks();
    must(played, 'entrust', {}, mintSystem(), later);
    expect(nobodyLeft(played.file)).toBe(false);
    expect(played.events.at(-1)?.data).toMatchObject({ entrusted: 'fallbacks' });
  });
});

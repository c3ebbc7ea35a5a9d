import { afterEach, describe, expect, it } from 'vitest';
import { type Grounds, isCertain, type PowerEntry, powerOf } from '@/lib/appeals/power';
import { type Actor, mintImport, mintSystem } from '@/lib/people/actor';
import { actor, catalogue, filed, must, take, unit, unitId } from '../../support/pure-world';

/** Monday 16 November 2026, 08:12. */
const start = new Date('2026-11-16T00:12:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

const entry = (more: Partial<PowerEntry> = {}): PowerEntry => ({
  id: 'entry',
  categoryId: 'category',
  number: 3,
  leadKind: 'street',
  leadUnitIds: [],
  helpUnitIds: [],
  basis: '物业管理条例',
  confusedWith: null,
  bySystem: false,
  ...more,
});

const inLiuwan = {
  by: 'address' as const,
  areaId: 'area',
  name: '安康里',
  unitId: unitId('liuwan'),
  unitPath: unit('liuwan').path,
};
const inChengguan = { ...inLiuwan, unitId: unitId('chengguan'), unitPath: unit('chengguan').path };
const community = {
  id: 'community',
  kind: 'community' as const,
  path: `${unit('liuwan').path}anli/`,
};

const grounds = (more: Partial<PowerEntry> = {}, owners: Grounds['owners'] = []): Grounds => ({
  entry: entry(more),
  owners,
});

const housing = { leadKind: 'department' as const, leadUnitIds: [unitId('housing')] };

describe('the power to lead', () => {
  it.each([
    ['nobody has said', { entry: null, owners: [inLiuwan] }, 'liuwan', 'unsaid'],
    ['a street, whose place is not known', grounds(), 'liuwan', 'leads'],
    ['the street of the place', grounds({}, [inLiuwan]), 'liuwan', 'leads'],
    ['a street of another place', grounds({}, [inLiuwan]), 'chengguan', 'elsewhere'],
    ['one of two places', grounds({}, [inLiuwan, inChengguan]), 'chengguan', 'leads'],
    ['a department, for a street’s matter', grounds(), 'housing', 'none'],
    [
      'a department that may help',
      grounds({ helpUnitIds: [unitId('housing')] }),
      'housing',
      'helps',
    ],
    ['the department that is named', grounds(housing), 'housing', 'leads'],
    ['another department', grounds(housing), 'oversight', 'none'],
    ['a street, for a department’s matter', grounds(housing), 'liuwan', 'pushedDown'],
    [
      'a street that may help a department',
      grounds({ ...housing, helpUnitIds: [unitId('liuwan')] }),
      'liuwan',
      'pushedDown',
    ],
    ['any utility', grounds({ leadKind: 'utility' }), 'heating', 'leads'],
    [
      'a street beside the one named',
      grounds({ leadUnitIds: [unitId('liuwan')] }),
      'chengguan',
      'elsewhere',
    ],
  ] as const)('%s', (_, given, code, power) => {
    expect(powerOf(given, unit(code))).toBe(power);
  });

  it('a community has the places of its street, and a street those of its communities', () => {
    const ofCommunity = { ...inLiuwan, unitId: community.id, unitPath: community.path };
    expect(powerOf(grounds({ leadKind: 'community' }, [inLiuwan]), community)).toBe('leads');
    expect(powerOf(grounds({}, [ofCommunity]), unit('liuwan'))).toBe('leads');
    expect(powerOf(grounds({}, [ofCommunity]), unit('chengguan'))).toBe('elsewhere');
  });
});

describe('what leaves no choice', () => {
  it.each([
    ['a unit named alone', grounds(housing), 'housing', true],
    [
      'two named',
      grounds({ ...housing, leadUnitIds: [unitId('housing'), unitId('oversight')] }),
      'housing',
      false,
    ],
    ['one of a kind', grounds({ leadKind: 'utility' }), 'heating', false],
    ['the street of the place', grounds({}, [inLiuwan]), 'liuwan', true],
    [
      'a street only a point speaks for',
      grounds({}, [{ ...inLiuwan, by: 'point' }]),
      'liuwan',
      false,
    ],
    ['a street without a place', grounds(), 'liuwan', false],
    ['places of two streets', grounds({}, [inLiuwan, inChengguan]), 'liuwan', false],
    ['another street', grounds({}, [inLiuwan]), 'chengguan', false],
    ['nothing said', { entry: null, owners: [inLiuwan] }, 'liuwan', false],
  ] as const)('%s', (_, given, code, certain) => {
    expect(isCertain(given, unit(code))).toBe(certain);
  });
});

describe('dispatching under the catalogue', () => {
  afterEach(() => {
    catalogue.grounds = null;
  });

  const send = (
    given: Grounds | null,
    code: string,
    more: Record<string, unknown> = {},
    by: Actor = actor('chenjing'),
  ) => {
    catalogue.grounds = given;
    return take(filed(start), 'dispatch', { unitId: unitId(code), ...more }, by, later(1));
  };

  it('a unit with the power needs no reason, and the event says by which version', () => {
    const done = send(grounds(housing), 'housing');
    expect(done).toMatchObject({
      ok: true,
      changes: { event: { data: { power: { entryId: 'entry', number: 3, is: 'leads' } } } },
    });
  });

  it('without the power a written reason is asked for, and then it goes', () => {
    expect(send(grounds(housing), 'oversight')).toMatchObject({
      ok: false,
      problems: [{ field: 'reason', code: 'withoutPower' }],
    });
    expect(send(grounds(housing), 'oversight', { reason: '住建局书面委托' })).toMatchObject({
      ok: true,
      changes: { event: { data: { power: { is: 'none' } } } },
    });
  });

  it('a department’s matter goes to no street, whatever the reason', () => {
    expect(send(grounds(housing), 'liuwan', { reason: '属地最清楚' })).toMatchObject({
      ok: false,
      problems: [{ field: 'unitId', code: 'pushedDown' }],
    });
  });

  it('control: without a catalogue the same naming is nobody’s business', () => {
    expect(send(null, 'liuwan')).toMatchObject({ ok: true });
    const unsaid = send({ entry: null, owners: [] }, 'liuwan');
    expect(unsaid).toMatchObject({ ok: true });
    expect(unsaid.ok && unsaid.changes.event.data).not.toHaveProperty('power');
  });

  it('the second unit may be the street that helps', () => {
    expect(send(grounds(housing), 'housing', { secondId: unitId('liuwan') })).toMatchObject({
      ok: true,
    });
  });

  it('a redispatch is measured alike', () => {
    const played = filed(start);
    must(played, 'dispatch', { unitId: unitId('heating') }, actor('chenjing'), later(1));
    catalogue.grounds = grounds(housing);
    const again = (code: string) =>
      take(
        played,
        'redispatch',
        { unitId: unitId(code), reason: '属地' },
        actor('chenjing'),
        later(2),
      );
    expect(again('liuwan')).toMatchObject({ problems: [{ code: 'pushedDown' }] });
    expect(again('housing')).toMatchObject({
      ok: true,
      changes: { event: { data: { power: { is: 'leads' } } } },
    });
  });
});

describe('dispatching by the system', () => {
  afterEach(() => {
    catalogue.grounds = null;
  });

  const sure = { ...housing, bySystem: true };
  const bySystem = (given: Grounds | null, code = 'housing', played = filed(start)) => {
    catalogue.grounds = given;
    return take(played, 'dispatch', { unitId: unitId(code) }, mintSystem(), later(1));
  };

  it('goes where the category allows it and nothing else is possible', () => {
    const done = bySystem(grounds(sure));
    expect(done).toMatchObject({ ok: true, changes: { event: { actorKind: 'system' } } });
  });

  it.each([
    ['the category does not allow it', grounds(housing), 'housing'],
    ['nothing is said', null, 'housing'],
    [
      'two are named',
      grounds({ ...sure, leadUnitIds: [unitId('housing'), unitId('oversight')] }),
      'housing',
    ],
    ['the place is not known', grounds({ bySystem: true }), 'liuwan'],
  ] as const)('not where %s', (_, given, code) => {
    expect(bySystem(given, code)).toMatchObject({ ok: false, code: 'notCertain' });
  });

  it('not where the unit has no power', () => {
    expect(bySystem(grounds(sure), 'oversight')).toMatchObject({ ok: false });
  });

  it('not what complains of somebody, looked at or not', () => {
    const named = filed(start);
    named.file = { ...named.file, appeal: { ...named.file.appeal, namesPerson: true } };
    expect(bySystem(grounds(sure), 'housing', named)).toMatchObject({ ok: false, code: 'notYet' });
    const recused = filed(start);
    recused.file = { ...recused.file, appeal: { ...recused.file.appeal, recused: true } };
    expect(bySystem(grounds(sure), 'housing', recused)).toMatchObject({
      ok: false,
      code: 'notCertain',
    });
  });

  it('not what a unit has sent back', () => {
    const played = filed(start);
    catalogue.grounds = null;
    must(played, 'dispatch', { unitId: unitId('heating') }, actor('chenjing'), later(0.1));
    const better = { betterUnitId: unitId('housing'), reason: '不归我们' };
    must(played, 'sendBack', better, actor('guotao'), later(0.5));
    expect(bySystem(grounds(sure), 'housing', played)).toMatchObject({
      ok: false,
      code: 'ownNaming',
    });
  });

  it('an import brings what was named elsewhere, by whatever catalogue', () => {
    catalogue.grounds = grounds(housing);
    const played = filed(start);
    played.file = {
      ...played.file,
      importRunning: true,
      appeal: { ...played.file.appeal, importId: 'import' },
    };
    const by = mintImport('import', later(1));
    expect(take(played, 'dispatch', { unitId: unitId('liuwan') }, by, later(1))).toMatchObject({
      ok: true,
    });
  });
});

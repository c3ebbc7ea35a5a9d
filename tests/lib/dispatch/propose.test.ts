import { describe, expect, it } from 'vitest';
import type { Grounds, PowerEntry } from '@/lib/appeals/power';
import type { RecusalRow } from '@/lib/appeals/records';
import { proposeUnit } from '@/lib/dispatch/propose';
import { unit, unitId } from '../../support/pure-world';

const units = ['liuwan', 'chengguan', 'housing', 'oversight', 'heating'].map(unit);
const nobody = { recusals: [] };

const entry = (more: Partial<PowerEntry> = {}): PowerEntry => ({
  id: 'entry',
  categoryId: 'category',
  number: 1,
  leadKind: 'street',
  leadUnitIds: [],
  helpUnitIds: [],
  basis: '条例',
  confusedWith: null,
  bySystem: false,
  ...more,
});
const place = (code: string, by: 'address' | 'point' = 'address') => ({
  by,
  areaId: code,
  name: code,
  unitId: unitId(code),
  unitPath: unit(code).path,
});
const vote = (code: string, weight: number) => ({ unitId: unitId(code), weight });

const propose = (grounds: Grounds, votes: ReturnType<typeof vote>[] = [], file = nobody) =>
  proposeUnit(grounds, units, file, votes);

describe('the unit to begin with', () => {
  it('is the one catalogue and place leave', () => {
    expect(propose({ entry: entry(), owners: [place('liuwan')] })).toMatchObject({
      unit: { id: unitId('liuwan') },
      why: 'catalogue',
      certain: true,
    });
  });

  it('is the one a point speaks for, which leaves room for doubt', () => {
    expect(propose({ entry: entry(), owners: [place('liuwan', 'point')] })).toMatchObject({
      unit: { id: unitId('liuwan') },
      why: 'catalogue',
      certain: false,
    });
  });

  it('is none where the address says nothing, however like cases went', () => {
    expect(propose({ entry: entry(), owners: [] }, [vote('liuwan', 3)])).toBeNull();
  });

  it('is chosen by like cases among those the catalogue leaves', () => {
    const departments = entry({ leadKind: 'department' });
    const votes = [vote('heating', 5), vote('housing', 2), vote('oversight', 1)];
    expect(propose({ entry: departments, owners: [] }, votes)).toMatchObject({
      unit: { id: unitId('housing') },
      why: 'similar',
      certain: false,
    });
    expect(propose({ entry: departments, owners: [] })).toBeNull();
  });

  it('follows like cases where the catalogue says nothing, but not chance nor a draw', () => {
    const nothing = { entry: null, owners: [] };
    expect(propose(nothing, [vote('heating', 2)])).toMatchObject({
      unit: { id: unitId('heating') },
    });
    expect(propose(nothing, [vote('heating', 0.2)])).toBeNull();
    expect(propose(nothing, [vote('heating', 1), vote('housing', 1)])).toBeNull();
  });

  it('is never one that is barred', () => {
    const recusal = { unitPath: unit('liuwan').path, endedAt: null, personId: null } as RecusalRow;
    const barred = { recusals: [recusal] as never[] };
    const grounds = { entry: entry(), owners: [place('liuwan')] };
    expect(propose(grounds, [vote('liuwan', 5)], barred)).toBeNull();
    expect(propose({ entry: null, owners: [] }, [vote('liuwan', 5)], barred)).toBeNull();
  });

  it('brings the street of the place along where the catalogue lets it help', () => {
    const both = entry({
      leadKind: 'department',
      leadUnitIds: [unitId('housing')],
      helpUnitIds: [unitId('liuwan'), unitId('chengguan')],
    });
    expect(propose({ entry: both, owners: [place('chengguan')] })?.second?.id).toBe(
      unitId('chengguan'),
    );
    expect(propose({ entry: both, owners: [] })?.second).toBeNull();
  });
});

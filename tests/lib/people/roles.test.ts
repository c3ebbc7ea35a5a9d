import { describe, expect, it } from 'vitest';
import { may, mintImport, mintPerson, mintResident, playing } from '@/lib/people/actor';
import { mayAdminister, type Power, powers } from '@/lib/people/powers';
import {
  administratorOf,
  capabilitiesOf,
  clashOf,
  givesMore,
  parts,
  partsIn,
  type Role,
  roleNames,
} from '@/lib/people/roles';

const somebody = (roles: readonly string[], isFallback = false) =>
  mintPerson({ id: 'p', name: '某人', unitId: 'u', unitPath: 'u/', roles, isFallback });

describe('roles', () => {
  it('are sets of capabilities; a name nobody knows gives none', () => {
    expect([...capabilitiesOf(['auditAdministrator', 'emperor'])]).toEqual(['logs']);
    expect(may(somebody(['dispatcher']), 'dispatch')).toBe(true);
    expect(may(mintResident(), 'dispatch')).toBe(false);
    expect(may(somebody(['supervisor'], true), 'entrusted')).toBe(true);
    expect(may(somebody(['supervisor']), 'entrusted')).toBe(false);
  });

  it('that judge one another clash, whichever is named first', () => {
    expect(clashOf(['reviewer', 'handler'])).toEqual(['handler', 'reviewer']);
    expect(clashOf(['handler', 'leader'])).toBeNull();
  });

  it('of whoever reads the logs go with no other', () => {
    const others = roleNames.filter((it) => it !== 'auditAdministrator');
    expect(others.filter((it) => !clashOf([it, 'auditAdministrator']))).toEqual([]);
  });

  it('may be given up in part by whoever has them, and not made more', () => {
    expect(givesMore(['administrator'], ['systemAdministrator'])).toBe(false);
    expect(givesMore(['systemAdministrator'], ['administrator'])).toBe(true);
    expect(givesMore(['securityAdministrator'], ['auditAdministrator'])).toBe(true);
  });

  it('of an administrator are three parts, and each part is a role', () => {
    expect(partsIn(['administrator'])).toEqual(parts);
    expect(partsIn(['operator'])).toEqual([]);
    for (const part of parts) expect(partsIn([administratorOf(part)])).toEqual([part]);
  });
});

it('each power is theirs to whom the table gives it, and nobody’s who does not administer', () => {
  const all = Object.keys(powers) as Power[];
  const of = (role: Role) => all.filter((it) => mayAdminister(somebody([role]), it));
  expect(of('administrator')).toEqual(all);
  expect(of('auditAdministrator').toSorted()).toEqual(
    ['apartEnd', 'changes', 'exports', 'readings', 'seals', 'start'].toSorted(),
  );
  expect(of('supervisor')).toEqual([]);
  const twice = of('systemAdministrator').filter((it) => of('securityAdministrator').includes(it));
  expect(twice).toEqual(['start', 'settings']);
});

it('an import plays at its own time, and so does whoever acts out the past', () => {
  const at = new Date('2020-01-01T00:00:00Z');
  expect(mintImport('i', at).playsAt).toBe(at);
  expect(playing(somebody([]), at).playsAt).toBe(at);
});

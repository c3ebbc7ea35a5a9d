import { describe, expect, it } from 'vitest';
import { castPeople } from '@/prisma/seed/cast';
import { countyPeople, deputies, leaver, officers } from '@/prisma/seed/county-people';
import { countyScenes } from '@/prisma/seed/county-scenes';
import { deskScenes } from '@/prisma/seed/desk-scenes';
import { handedOverScenes } from '@/prisma/seed/handed-over-scenes';
import { heldScenes } from '@/prisma/seed/held-scenes';
import { recusedScenes } from '@/prisma/seed/recused-scenes';
import { scenes } from '@/prisma/seed/scenes';
import { stories } from '@/prisma/seed/stories/all';
import { watchedScenes } from '@/prisma/seed/watched-scenes';
import { whistleScenes } from '@/prisma/seed/whistle-scenes';

/** The scenes of the demo before they are played, for any day it may be set up on. */

const days = ['01-05', '02-17', '04-02', '05-30', '07-15', '08-31', '10-04', '11-20'];
const allOf = (at: Date) => [
  ...scenes,
  ...watchedScenes(at),
  ...heldScenes(at),
  ...whistleScenes(at),
  ...handedOverScenes(at),
  ...deskScenes(at),
  ...recusedScenes(at),
  ...countyScenes(at),
];

describe.each(days)('set up on %s', (day) => {
  const at = new Date(`2026-${day}T09:40:00+08:00`);
  const list = allOf(at);

  it('is always the same county', () => {
    expect(allOf(at)).toEqual(list);
  });

  it('lies in the last year, each problem told once', () => {
    expect(list.length).toBeGreaterThan(370);
    expect(list.filter((it) => it.ago <= 0 || it.ago > 366 * 24)).toEqual([]);
    expect(new Set(list.map((it) => it.what)).size).toBe(list.length);
  });

  it('leaves work of these days, and steps go forward only', () => {
    expect(list.filter((it) => it.ago < 15 * 24).length).toBeGreaterThan(90);
    for (const { what, acts } of list) {
      const hours = acts.filter((it) => it.verb !== 'lapse').map((it) => it.after);
      expect(hours, what).toEqual(hours.toSorted((a, b) => a - b));
    }
  });

  it('tells of heating in winter and of floods in the rains', () => {
    const monthOf = (ago: number) =>
      new Date(at.getTime() - ago * 3_600_000 + 8 * 3_600_000).getUTCMonth() + 1;
    const told = new Map(countyScenes(at).map((it) => [it.what, monthOf(it.ago)]));
    for (const { months, tells } of stories.filter((it) => it.months)) {
      for (const what of tells) expect(months, what).toContain(told.get(what));
    }
  });
});

describe('the stories', () => {
  it('give each telling an answer that is there', () => {
    for (const { tells, answers, fits, againFor, cannot, calls } of stories) {
      expect(calls.length, tells[0]).toBeGreaterThan(0);
      expect(answers.length > 0, tells[0]).toBe(cannot === undefined);
      if (answers.length > 1) expect(fits, tells[0]).toHaveLength(tells.length);
      for (const fit of fits ?? []) expect(answers[fit], tells[0]).toBeDefined();
      for (const nth of againFor ?? []) expect(tells[nth], tells[0]).toBeDefined();
    }
  });

  it('are acted by people who are there', () => {
    const logins = [...castPeople, ...countyPeople, leaver].map((it) => it.login);
    expect(new Set(logins).size).toBe(logins.length);
    const named = [...Object.entries(deputies).flat(), ...officers.map((it) => it.login)];
    expect(named.filter((it) => !logins.includes(it))).toEqual([]);
  });
});

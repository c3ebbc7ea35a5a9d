import type { Dice } from '@/prisma/seed/dice';
import { atWork, day, hour, minute, monthEnd } from './calendar';
import { type Course, nearLook, newLook } from './case';
import type { County, SimUnit } from './county';
import { copied, words } from './texts';

/**
 * Five ways in which numbers were made up, from what is on record: each takes the courses of an honest year and
 * spoils the share `dose` of those it is about.
 */
export interface Cheat {
  name: string;
  spoil(county: County, unit: SimUnit, courses: readonly Course[], dose: number): Course[];
}

export const cheats = {
  /** Verdicts of people who have not answered, given by the unit itself with their links, in sittings. */
  ownVerdicts: {
    name: 'verdicts the unit gives itself',
    spoil({ dice }, unit, courses, dose) {
      const answered = courses.filter((it) => it.verdict).length;
      const silent = courses.filter((it) => it.resolvedAt && !it.verdict);
      const wanted = Math.round((answered * dose) / (1 - dose));
      const taken = new Set(chosen(dice, silent, wanted));
      const own = `own ${unit.id.slice(-6)}`;
      const left = [...taken].toSorted((a, b) => (a.resolvedAt ?? 0) - (b.resolvedAt ?? 0));
      const verdicts = new Map<Course, Course>();
      while (left.length > 0) {
        // Some at a time, once the last of them is answered, as such things are done.
        const sitting = left.splice(0, 4 + Math.floor(dice.next() * 5));
        const last = sitting.at(-1)?.resolvedAt ?? 0;
        const begin = atWork(last + dice.between(0.2, 2) * day, 14);
        const atDesk = dice.often(0.7);
        const network = atDesk ? unit.network : `away ${own}`;
        const device = atDesk ? `desk ${own}` : `telephone ${own}`;
        for (const it of sitting) {
          const at = Math.floor(begin + dice.next() * 40 * minute);
          verdicts.set(it, {
            ...it,
            heard: undefined,
            verdict: { at, solved: 'yes', network, device },
          });
        }
      }
      return courses.map((it) => verdicts.get(it) ?? it);
    },
  },

  /** Cases that never were: a few borrowed telephones, much the same words, answered at once, always solved. */
  madeUpCases: {
    name: 'cases that never were',
    spoil({ dice, from, until }, unit, courses, dose) {
      const wanted = Math.round((courses.length * dose) / (1 - dose));
      const phones = Math.max(3, Math.round(wanted / 5));
      const texts = Array.from({ length: 3 }, () => words(dice, unit.topics));
      const made = Array.from({ length: wanted }, (_, nth): Course => {
        const name = `borrowed ${unit.id.slice(-6)}-${nth % phones}`;
        const resident = { phone: name, network: `home ${name}`, device: `telephone ${name}` };
        const filedAt = Math.floor(
          atWork(dice.between(from, until - 5 * day), 9) + dice.next() * 6 * hour,
        );
        const assignedAt = filedAt + 20 * minute;
        const contactAt = assignedAt + 2 * minute;
        const resolvedAt = assignedAt + Math.floor(dice.between(5, 40) * minute);
        return {
          ...{ text: copied(dice, dice.pick(texts)), resident, filedAt, assignedAt, resolvedAt },
          ...{ openedAt: contactAt - minute, contact: { at: contactAt, how: 'telephone' } },
          verdict: {
            ...{ at: Math.floor(resolvedAt + dice.next() * day), solved: 'yes' },
            ...{ network: resident.network, device: resident.device },
          },
        };
      });
      return [...courses, ...made];
    },
  },

  /** The unit calls and says what to press: *solved*, minutes after the number was opened. */
  dictated: {
    name: 'verdicts dictated by telephone',
    spoil({ dice }, _unit, courses, dose) {
      const answers = courses.filter((it) => it.resolvedAt);
      const wanted = Math.round(courses.filter((it) => it.verdict).length * dose);
      const taken = new Set(chosen(dice, answers, wanted));
      return courses.map((it): Course => {
        if (!taken.has(it) || !it.resolvedAt) return it;
        const calledAgainAt = Math.floor(
          atWork(it.resolvedAt + dice.next() * day, 9) + dice.next() * hour,
        );
        const { network, device } = it.resident;
        const at = Math.floor(calledAgainAt + dice.between(2, 12) * minute);
        return {
          ...it,
          calledAgainAt,
          heard: undefined,
          verdict: { at, solved: 'yes', network, device },
        };
      });
    },
  },

  /** Closed for the monthly list: nobody was called, and the picture is an old one. */
  paperClosings: {
    name: 'closings on paper at the month’s end',
    spoil({ dice }, _unit, courses, dose) {
      const old = Array.from({ length: 4 }, () => newLook(dice));
      const answers = courses.filter((it) => it.resolvedAt);
      const taken = new Set(chosen(dice, answers, Math.round(answers.length * dose)));
      return courses.map((it): Course => {
        if (!taken.has(it) || !it.resolvedAt) return it;
        const resolvedAt = Math.max(it.assignedAt + hour, monthEnd(it.resolvedAt, dice.next()));
        const contactAt = resolvedAt - 2 * minute;
        const moved = resolvedAt - it.resolvedAt;
        return {
          ...it,
          ...{ resolvedAt, openedAt: undefined, calledAgainAt: undefined },
          contact: { at: contactAt, how: 'telephone' },
          looks: [nearLook(dice, dice.pick(old), Math.floor(dice.next() * 3))],
          verdict: it.verdict && { ...it.verdict, at: it.verdict.at + moved },
          heard: it.heard && { ...it.heard, at: it.heard.at + moved },
        };
      });
    },
  },

  /** Somebody goes there, and the next day the case is withdrawn. */
  pressedToWithdraw: {
    name: 'withdrawn after a visit',
    spoil({ dice }, _unit, courses, dose) {
      const taken = new Set(chosen(dice, courses, Math.round(courses.length * dose)));
      return courses.map((it): Course => {
        if (!taken.has(it) || !it.contact) return it;
        const { text, resident, filedAt, assignedAt } = it;
        const at = Math.floor(it.contact.at + dice.between(0.2, 6) * hour);
        const contact = { at, how: 'visit' as const };
        const withdrawnAt = Math.floor(at + dice.between(0.5, 30) * hour);
        return { text, resident, filedAt, assignedAt, contact, withdrawnAt };
      });
    },
  },
} as const satisfies Record<string, Cheat>;

export type CheatKey = keyof typeof cheats;

export const cheatKeys = Object.keys(cheats) as CheatKey[];

function chosen<T>(dice: Dice, list: readonly T[], wanted: number): T[] {
  const left = [...list];
  const taken: T[] = [];
  while (taken.length < wanted && left.length > 0) {
    const [one] = left.splice(Math.floor(dice.next() * left.length), 1);
    if (one !== undefined) taken.push(one);
  }
  return taken;
}

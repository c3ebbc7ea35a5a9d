import { z } from 'zod';
import { key, localMinute, optional, paragraph, tick, wholeNumber } from '@/lib/fields';
import { addDays, civilDateOf, instantOf, parseLocal } from '@/lib/time/civil';
import { callRows, mostCalls } from '../calls';
import { type CaseFile, leadOf, openCalls } from '../case-file';
import { type Refusal, refuse, refuseField } from '../refusals';
import { type Context, transition } from '../transition';

/** How far ahead a unit may be asked to come or to report back. */
const mostDays = 90;

/** `unit1`, `whatFor1`, … to `unit10`: a unit, what for and by when; rows without a unit are left out. */
const rowShape = Object.fromEntries(
  callRows.flatMap((nth): [string, z.ZodType][] => [
    [`unit${nth}`, optional(key())],
    [`whatFor${nth}`, optional(paragraph(500))],
    [`onSite${nth}`, tick()],
    [`arriveBy${nth}`, optional(localMinute())],
    [`reportBackBy${nth}`, optional(localMinute())],
  ]),
);

interface Row {
  nth: number;
  unitId: string;
  whatFor: string | undefined;
  onSite: boolean;
  arriveBy: string | undefined;
  reportBackBy: string | undefined;
}

type Input = Readonly<Record<string, unknown>>;

function rowsOf(input: Input): Row[] {
  const text = (name: string) => {
    const value = input[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return callRows.flatMap((nth) => {
    const unitId = text(`unit${nth}`);
    const arriveBy = text(`arriveBy${nth}`);
    return unitId
      ? [
          {
            nth,
            unitId,
            whatFor: text(`whatFor${nth}`),
            onSite: input[`onSite${nth}`] === true || arriveBy !== undefined,
            arriveBy,
            reportBackBy: text(`reportBackBy${nth}`),
          },
        ]
      : [];
  });
}

/** Rows that name a unit, beyond the last the form has too. */
const unitsNamed = (input: Input): number =>
  Object.entries(input).filter(([name, value]) => /^unit\d+$/.test(name) && value).length;

const problem = (field: string, code: string, most?: number): Refusal =>
  refuse('badInput', {
    problems: [{ field, code, ...(most === undefined ? {} : { values: { most } }) }],
  });

/**
 * The street or township that leads calls departments and utilities to the case (街乡吹哨、部门报到).
 * Beijing's regulation (2021, Art. 16) gives this to streets and townships alone: they stand nearest and
 * have the fewest powers. A department that leads writes to its equals; one that lacks the power has the
 * case redispatched. Whoever is called reports in, comes if asked, and reports back; the one who called
 * goes on leading, and the resident hears one answer.
 */
export const whistle = transition({
  input: z.looseObject({ reportInMinutes: optional(wholeNumber(5, 14_400)), ...rowShape }),
  unless: (file) =>
    file.streetUnitIds.includes(leadOf(file)?.unitId ?? '') ? null : refuse('onlyStreets'),
  names: (input) => ({ unitIds: rowsOf(input).map((it) => it.unitId) }),
  objection(file, input, _actor, context) {
    const rows = rowsOf(input);
    if (unitsNamed(input) + openCalls(file).length > mostCalls) {
      return problem('unit1', 'tooManyCalls', mostCalls);
    }
    if (rows.length === 0) return refuseField('unit1', 'required');
    for (const [index, row] of rows.entries()) {
      const earlier = rows.slice(0, index).some((it) => it.unitId === row.unitId);
      if (earlier) return refuseField(`unit${row.nth}`, 'namedTwice');
      const refusal = whyNotRow(row, file, context);
      if (refusal) return refusal;
    }
    return null;
  },
  follows(file, input, _actor, context) {
    const { at } = context;
    const minutes = input.reportInMinutes;
    const reportInBy =
      typeof minutes === 'number' ? new Date(at.getTime() + minutes * 60_000) : null;
    const rows = rowsOf(input);
    const calls = rows.map(({ unitId, onSite, arriveBy, reportBackBy }) => {
      const unit = context.units.get(unitId);
      if (!unit) throw new Error('a whistle without its units');
      return {
        unitId,
        unitPath: unit.path,
        onSite,
        reportInBy,
        arriveBy: instantNamed(arriveBy, context),
        reportBackBy: instantNamed(reportBackBy, context),
      };
    });
    return {
      calls,
      data: {
        calls: calls.map(({ unitId, onSite, ...by }) => ({
          unitId,
          onSite,
          reportInBy: by.reportInBy?.toISOString() ?? null,
          arriveBy: by.arriveBy?.toISOString() ?? null,
          reportBackBy: by.reportBackBy?.toISOString() ?? null,
        })),
        atIt: unitsAtIt(file) + calls.length,
      },
      words: Object.fromEntries(rows.map((it, index) => [`whatFor${index + 1}`, it.whatFor])),
    };
  },
});

/** The lead, whoever helps it, and those already called. */
const unitsAtIt = (file: CaseFile): number =>
  new Set([
    ...file.assignments.filter((it) => it.untilAt === null).map((it) => it.unitId),
    ...openCalls(file).map((it) => it.unitId),
  ]).size;

function whyNotRow(row: Row, file: CaseFile, context: Context): Refusal | null {
  const { nth } = row;
  const unit = context.units.get(row.unitId);
  if (!unit) return refuseField(`unit${nth}`, 'unknownUnit');
  if (unit.closedAt) return refuseField(`unit${nth}`, 'unitClosed');
  if (unit.id === leadOf(file)?.unitId) return refuseField(`unit${nth}`, 'ownUnit');
  if (openCalls(file).some((it) => it.unitId === unit.id)) {
    return refuseField(`unit${nth}`, 'alreadyCalled');
  }
  if (!row.whatFor) return refuseField(`whatFor${nth}`, 'required');
  for (const name of ['arriveBy', 'reportBackBy'] as const) {
    const by = instantNamed(row[name], context);
    if (by && by <= context.at) return refuseField(`${name}${nth}`, 'timeNotAhead');
    if (by && by > latest(context)) return problem(`${name}${nth}`, 'tooFarAhead', mostDays);
  }
  return null;
}

const instantNamed = (minute: string | undefined, { rules }: Context): Date | null =>
  minute ? parseLocal(minute, rules.calendar.zone) : null;

function latest({ at, rules }: Context): Date {
  const { zone } = rules.calendar;
  return instantOf(addDays(civilDateOf(at, zone), mostDays), '23:59', zone);
}

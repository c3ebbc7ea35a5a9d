import { z } from 'zod';
import { checkText } from './forms';
import { pointText, readPoint } from './places/point';
import { withoutHiddenCharacters } from './text';
import { parseLocal } from './time/civil';

/** Building blocks of form schemas. Their messages are codes of messages/<locale>/problems.json. */

type Length = { min?: number };

function missingOr(code: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined || issue.input === '' ? 'required' : code;
}

const sent = () => z.string({ error: missingOr('wrongFormat') });

function checked<T extends z.ZodType<string>>(schema: T, max: number, { min }: Length) {
  return schema.superRefine((value, context) => {
    const problem =
      value === '' ? { code: 'required' } : checkText(value, { max, ...(min ? { min } : {}) });
    if (!problem) return;
    context.addIssue({ code: 'custom', message: problem.code, params: problem.values });
  });
}

/** One line of text, trimmed, runs of white space made one; up to `max` code points. */
export function line(max: number, length: Length = {}) {
  const tidy = (value: string) => value.normalize('NFC').replace(/\s+/g, ' ').trim();
  return checked(sent().transform(tidy).pipe(z.string()), max, length);
}

/** Text of several lines with `\n` line ends, trimmed at both ends; up to `max` code points. */
export function paragraph(max: number, length: Length = {}) {
  const tidy = (value: string) => value.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return checked(sent().transform(tidy).pipe(z.string()), max, length);
}

/** A field that may be left empty: then undefined. */
export function optional<T extends z.ZodType>(field: T) {
  const blank = (value: unknown) =>
    typeof value === 'string' && value.trim() === '' ? undefined : value;
  return z.preprocess(blank, field.optional());
}

/** Exactly one of the values listed. */
export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  const missing = (input: unknown) => input === undefined || input === '';
  return z.enum(values, {
    error: (issue) => (missing(issue.input) ? 'chooseOne' : 'wrongChoice'),
  });
}

/** Any number of the values listed, each once; none when nothing was sent. */
export function choices<const T extends readonly [string, ...string[]]>(values: T) {
  const listed = (value: unknown) =>
    value === undefined || value === '' ? [] : Array.isArray(value) ? [...new Set(value)] : [value];
  return z.preprocess(listed, z.array(z.enum(values, { error: 'wrongChoice' })));
}

/** A checkbox: true when it was ticked. */
export function tick() {
  return z.preprocess((value) => value !== undefined && value !== '', z.boolean());
}

/** A checkbox that has to be ticked. */
export function confirmed() {
  return tick().refine((ticked) => ticked, 'confirmFirst');
}

/** The key of one of our records. */
export function key() {
  return z.uuid({ error: missingOr('wrongFormat') });
}

/** A whole number in digits, full-width ones too. */
export function wholeNumber(min: number, max: number) {
  return sent()
    .transform((value) => value.normalize('NFKC').replace(/\s/g, ''))
    .superRefine((value, context) => {
      if (value === '') context.addIssue({ code: 'custom', message: 'required' });
      else if (!/^-?\d{1,12}$/.test(value)) {
        context.addIssue({ code: 'custom', message: 'wrongNumber' });
      } else if (Number(value) < min || Number(value) > max) {
        context.addIssue({ code: 'custom', message: 'notBetween', params: { min, max } });
      }
    })
    .transform(Number);
}

/** A civil date `YYYY-MM-DD` that exists, from 1900 to 2199. */
export function civilDate() {
  return sent()
    .transform((value) => value.trim())
    .superRefine((value, context) => {
      if (value === '') context.addIssue({ code: 'custom', message: 'required' });
      else if (!isCivilDate(value)) context.addIssue({ code: 'custom', message: 'wrongDate' });
    });
}

/** A date and a time of day as people or their browsers write them: `2026-11-25T14:30`. Wall time. */
export function localMinute() {
  return sent()
    .transform((value) => value.trim())
    .superRefine((value, context) => {
      if (parseLocal(value, 'UTC')) return;
      context.addIssue({ code: 'custom', message: value === '' ? 'required' : 'wrongMinute' });
    });
}

function isCivilDate(value: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/**
 * A Chinese telephone number, canonical: `13812345678`, `010-12345678`, `0531-1234567`.
 *
 * Mobile numbers have eleven digits beginning 13–19; landlines a trunk 0, an area code (10, 2x with
 * two digits, others three) and seven or eight digits. Full-width digits, spaces, hyphens, +86 and
 * the invisible marks that address books add are understood.
 */
export function phone() {
  return sent().transform((value, context) => {
    const digits = withoutHiddenCharacters(value)
      .normalize('NFKC')
      .replace(/[\s().·\p{Pd}\p{Cf}]/gu, '')
      .replace(/^(\+|00)86/, '');
    const number = canonicalPhone(digits);
    if (number) return number;
    context.addIssue({ code: 'custom', ...phoneProblem(digits) });
    return z.NEVER;
  });
}

function canonicalPhone(digits: string): string | null {
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  const [, area, local] = /^(?:0?)(10|2\d|[3-9]\d{2})(\d{7,8})$/.exec(digits) ?? [];
  const trunk = digits.startsWith('0');
  return trunk && area && local && /^[2-9]/.test(local) ? `0${area}-${local}` : null;
}

function phoneProblem(digits: string) {
  if (digits === '') return { message: 'required' };
  if (/^1[3-9]\d+$/.test(digits)) {
    return { message: 'phoneLength', params: { count: digits.length } };
  }
  if (/^[2-8]\d{6,7}$/.test(digits)) return { message: 'phoneAreaCode' };
  return { message: 'wrongPhone' };
}

/** An e-mail address, the host in lower case, at most 254 characters (RFC 5321 §4.5.3.1). */
export function email() {
  const shape = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]+(\.[a-z\d-]+)+$/i;
  return sent()
    .transform((value) => value.normalize('NFKC').trim())
    .superRefine((value, context) => {
      if (value === '') context.addIssue({ code: 'custom', message: 'required' });
      else if (value.length > 254 || !shape.test(value)) {
        context.addIssue({ code: 'custom', message: 'wrongEmail' });
      }
    })
    .transform((value) => value.replace(/@.*$/, (host) => host.toLowerCase()));
}

/** A point in WGS-84, latitude first, as text to five places: `39.90420, 116.40740`. */
export function pointOnMap() {
  return sent().transform((value, context) => {
    const point = readPoint(value);
    if (point) return pointText(point);
    context.addIssue({ code: 'custom', message: value.trim() === '' ? 'required' : 'wrongPoint' });
    return z.NEVER;
  });
}

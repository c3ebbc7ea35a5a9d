import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  choice,
  choices,
  civilDate,
  confirmed,
  email,
  key,
  line,
  optional,
  paragraph,
  phone,
  pointOnMap,
  tick,
  wholeNumber,
} from '@/lib/fields';
import { problemsOf } from '@/lib/forms';

function read(field: z.ZodType, value: unknown): unknown {
  const result = z.object({ field }).safeParse(value === undefined ? {} : { field: value });
  return result.success ? result.data.field : problemsOf(result.error)[0]?.code;
}

describe('text', () => {
  it.each([
    [line(9), '  a \n b　c ', 'a b c'],
    [line(9), '', 'required'],
    [line(9), '　 ', 'required'],
    [line(9), undefined, 'required'],
    [line(9), ['a', 'b'], 'wrongFormat'],
    [line(2), '𠮷😀', '𠮷😀'],
    [line(2), 'abc', 'tooLong'],
    [line(9, { min: 3 }), 'ab', 'tooShort'],
    [line(9), 'a\u0000', 'badCharacters'],
    [line(9), '\u202ea', 'hiddenMarks'],
    [paragraph(9), ' a\r\nb\rc ', 'a\nb\nc'],
    [paragraph(3), 'a\r\nb', 'a\nb'],
    [paragraph(9), '<b>x</b>', '<b>x</b>'],
    [optional(line(9)), ' ', undefined],
    [optional(line(9)), undefined, undefined],
    [optional(line(2)), 'abc', 'tooLong'],
  ])('%# %j', (field, value, expected) => {
    expect(read(field, value)).toEqual(expected);
  });
});

describe('a point on the map', () => {
  it.each([
    ['39.9042,116.4074', '39.90420, 116.40740'],
    [' ３９.９０４２，１１６.４０７４１２３ ', '39.90420, 116.40741'],
    ['116.4074, 39.9042', 'wrongPoint'],
    ['安康里', 'wrongPoint'],
    ['', 'required'],
    [undefined, 'required'],
  ])('%j', (value, expected) => {
    expect(read(pointOnMap(), value)).toBe(expected);
  });
});

describe('choices', () => {
  const answer = choice(['yes', 'no']);
  it.each([
    [answer, 'yes', 'yes'],
    [answer, '', 'chooseOne'],
    [answer, undefined, 'chooseOne'],
    [answer, 'maybe', 'wrongChoice'],
    [answer, ['yes', 'no'], 'wrongChoice'],
    [choices(['a', 'b']), undefined, []],
    [choices(['a', 'b']), 'a', ['a']],
    [choices(['a', 'b']), ['a', 'b', 'a'], ['a', 'b']],
    [choices(['a', 'b']), ['a', 'c'], 'wrongChoice'],
    [tick(), 'on', true],
    [tick(), undefined, false],
    [confirmed(), 'on', true],
    [confirmed(), undefined, 'confirmFirst'],
  ])('%# %j', (field, value, expected) => {
    expect(read(field, value)).toEqual(expected);
  });
});

describe('telephone numbers', () => {
  it.each([
    ['13812345678', '13812345678'],
    [' 138 1234-5678 ', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['\u202a138 1234 5678\u202c', '13812345678'],
    ['(010) 1234', 'wrongPhone'],
    ['010-62345678', '010-62345678'],
    ['02162345678', '021-62345678'],
    ['0531—8234567', '0531-8234567'],
    ['62345678', 'phoneAreaCode'],
    ['1381234567', 'phoneLength'],
    ['12345', 'wrongPhone'],
    ['abc', 'wrongPhone'],
    ['', 'required'],
    ['  ', 'required'],
  ])('%j → %s', (value, expected) => {
    expect(read(phone(), value)).toBe(expected);
  });

  it('says how many digits there are', () => {
    const result = z.object({ phone: phone() }).safeParse({ phone: '1381234567' });
    expect(result.success ? [] : problemsOf(result.error)).toEqual([
      { field: 'phone', code: 'phoneLength', values: { count: 10 } },
    ]);
  });
});

describe('other fields', () => {
  it.each([
    [email(), ' Li.Na@Example.COM ', 'Li.Na@example.com'],
    [email(), 'lina@', 'wrongEmail'],
    [email(), 'a@b@c.d', 'wrongEmail'],
    [email(), '', 'required'],
    [civilDate(), '2028-02-29', '2028-02-29'],
    [civilDate(), '2026-02-29', 'wrongDate'],
    [civilDate(), '2026-13-01', 'wrongDate'],
    [civilDate(), '19.11.2026', 'wrongDate'],
    [civilDate(), '', 'required'],
    [wholeNumber(1, 9), '７', 7],
    [wholeNumber(1, 9), '10', 'notBetween'],
    [wholeNumber(1, 9), '1e3', 'wrongNumber'],
    [wholeNumber(1, 9), '', 'required'],
    [key(), 'b5b0e6a4-6f5f-4f0a-8f55-0d1ad55c2d10', 'b5b0e6a4-6f5f-4f0a-8f55-0d1ad55c2d10'],
    [key(), 'x', 'wrongFormat'],
    [key(), undefined, 'required'],
  ])('%# %j', (field, value, expected) => {
    expect(read(field, value)).toBe(expected);
  });
});

describe('whatever is sent', () => {
  const fields = {
    line: line(20, { min: 2 }),
    paragraph: paragraph(20),
    maybe: optional(phone()),
    choice: choice(['a', 'b']),
    choices: choices(['a', 'b']),
    tick: tick(),
    confirmed: confirmed(),
    phone: phone(),
    email: email(),
    key: key(),
    day: civilDate(),
    number: wholeNumber(0, 99),
  };
  const text = fc.oneof(
    fc.string({ unit: fc.nat(0xffff).map((n) => String.fromCharCode(n)) }),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[\d +().-]{0,20}$/),
  );
  const anything = fc.oneof(text, fc.array(text), fc.constant(undefined), fc.anything());

  it('the fields answer with a value or a known code, and never throw', () => {
    const codes = /^[a-z][A-Za-z]*$/;
    const names = Object.keys(fields);
    const shape = fc.record(Object.fromEntries(names.map((name) => [name, anything])));
    fc.assert(
      fc.property(shape, (sent) => {
        const result = z.object(fields).safeParse(sent);
        if (result.success) return;
        for (const problem of problemsOf(result.error)) {
          expect(names).toContain(problem.field);
          expect(problem.code).toMatch(codes);
        }
      }),
      { numRuns: 500 },
    );
  });
});

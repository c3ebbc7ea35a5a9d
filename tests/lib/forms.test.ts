// ASVS 5.0: 15.3.3, 15.3.6
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { line, paragraph } from '@/lib/fields';
import { checkText, entryOf, freshForm, problemsOf, readForm, refused, valueIn } from '@/lib/forms';

function form(...fields: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe('reading a form', () => {
  it('gives plain text, and a list where a name came twice', () => {
    const data = form(['words', 'cold'], ['topic', 'a'], ['topic', 'b'], ['topic', 'c']);
    expect(readForm(data)).toEqual({ words: 'cold', topic: ['a', 'b', 'c'] });
  });

  it('leaves out the framework, files and names that are none', () => {
    const data = form(
      ['$ACTION_ID_x', ''],
      ['$ACTION_REF_1', ''],
      ['__proto__', 'x'],
      ['words', new Blob(['x'])],
      ['', 'x'],
      ['step', '3'],
    );
    expect(readForm(data)).toEqual({ step: '3' });
  });

  it('is not fooled by names of inherited properties', () => {
    const entries = readForm(form(['constructor', 'x'], ['toString', 'y']));
    expect(entryOf(entries, 'constructor')).toBe('x');
    expect(entryOf({}, 'toString')).toBe('');
  });

  it('takes the first of several values', () => {
    expect(entryOf({ topic: ['a', 'b'] }, 'topic')).toBe('a');
  });
});

describe('checking a text', () => {
  it.each([
    ['a\u0000b', 'badCharacters'],
    ['a\ud800b', 'badCharacters'],
    ['a\u001bb', 'badCharacters'],
    ['a\u202eb', 'hiddenMarks'],
    ['a\u2066b', 'hiddenMarks'],
    ['a\u200fb', 'hiddenMarks'],
    ['abcdef', 'tooLong'],
    ['a', 'tooShort'],
  ])('%j → %s', (value, code) => {
    expect(checkText(value, { max: 5, min: 2 })?.code).toBe(code);
  });

  it('counts code points, and lets tabs, line breaks and rare characters pass', () => {
    expect(checkText('𠮷😀𠮷😀𠮷', { max: 5 })).toBeNull();
    expect(checkText('a\tb\nc', { max: 5 })).toBeNull();
    expect(checkText('𠮷😀𠮷', { max: 2 })).toEqual({
      code: 'tooLong',
      values: { max: 2, count: 3 },
    });
  });
});

describe('problems of a schema', () => {
  const schema = z.object({ where: line(5), what: paragraph(10, { min: 3 }) });

  it('names field, code and values', () => {
    const result = schema.safeParse({ where: '123456', what: 'a' });
    expect(result.success ? [] : problemsOf(result.error)).toEqual([
      { field: 'where', code: 'tooLong', values: { max: 5, count: 6 } },
      { field: 'what', code: 'tooShort', values: { min: 3, count: 1 } },
    ]);
  });

  it('says required for what is missing, and one problem a field', () => {
    const result = schema.safeParse({});
    expect(result.success ? [] : problemsOf(result.error)).toEqual([
      { field: 'where', code: 'required' },
      { field: 'what', code: 'required' },
    ]);
  });

  it('turns the words of the library into a code', () => {
    const result = z.object({ n: z.number() }).safeParse({ n: 'x' });
    expect(result.success ? [] : problemsOf(result.error)).toEqual([
      { field: 'n', code: 'wrongFormat' },
    ]);
  });
});

describe('a refused form', () => {
  it('keeps the entries without what was objected to, and forgets passwords', () => {
    const state = refused(
      freshForm,
      { words: 'a\u202eb', topic: ['x'], password: 'p' },
      [],
      ['password'],
    );
    expect(state).toEqual({ attempt: 1, entries: { words: 'ab', topic: ['x'] }, problems: [] });
    expect(refused(state, {}, []).attempt).toBe(2);
    // What the framework hands on where a caller by hand points at nothing.
    const pointing = new Proxy(() => {}, {
      get() {
        throw new Error('nothing there');
      },
    }) as unknown as typeof state;
    expect(() => pointing.attempt).toThrow();
    expect(refused(pointing, {}, []).attempt).toBe(1);
  });

  it('never throws, whatever is sent, and a cleaned text passes', () => {
    const text = fc.string({ unit: fc.nat(0xffff).map((n) => String.fromCharCode(n)) });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (fields) => {
        const entries = readForm(form(...fields));
        const { entries: kept } = refused(freshForm, entries, []);
        for (const value of Object.values(kept).flat()) {
          const code = checkText(value, { max: 1e6 })?.code;
          expect(code).toBeUndefined();
        }
      }),
    );
  });
});

it('whatever is no form is one in which nothing is filled in', () => {
  for (const it of [undefined, null, 'what=x', { what: 'x' }, [['what', 'x']]]) {
    expect(readForm(it as unknown as FormData)).toEqual({});
    expect(valueIn(it as unknown as FormData, 'what')).toBe(null);
  }
});

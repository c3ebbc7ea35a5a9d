import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verbs } from '@/lib/appeals/lifecycle';
import { transitions } from '@/lib/appeals/transitions';
import { line, paragraph } from '@/lib/fields';
import { essence, nastyStrings } from '../support/nasty-strings';

/** Every field of every step: what is typed comes out as it was, or is refused there. */

const plain = '路灯不亮';

const fields = verbs.flatMap((verb) => {
  const { input } = transitions[verb];
  if (!(input instanceof z.ZodObject)) return [];
  return Object.entries(input.shape).map(([name, schema]) => ({
    name: `${verb}.${name}`,
    schema: schema as z.ZodType,
  }));
});

/** Fields that take words, and give them back. */
const taking = fields.filter(({ schema }) => schema.safeParse(plain).data === plain);

function changed(schema: z.ZodType): string[] {
  return nastyStrings.filter((text) => {
    const { success, data } = schema.safeParse(text);
    if (!success) return false;
    return data === undefined ? essence(text) !== '' : essence(String(data)) !== essence(text);
  });
}

describe('two hundred nasty strings', () => {
  it('are that many, and the fields those of all steps', () => {
    expect(nastyStrings.length).toBeGreaterThanOrEqual(200);
    expect(fields.length).toBeGreaterThan(80);
    expect(taking.length).toBeGreaterThan(30);
  });

  it.each(taking)('$name keeps or refuses each', ({ schema }) => {
    expect(changed(schema)).toEqual([]);
    const kept = nastyStrings.filter((it) => schema.safeParse(it).success);
    // Neither all nor none: a field that took everything would take NUL.
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.some((it) => it.includes('\u0000'))).toBe(false);
  });

  it.each(fields)('$name never breaks', ({ schema }) => {
    for (const text of nastyStrings) {
      expect(() => schema.safeParse(text)).not.toThrow();
      expect(() => schema.safeParse([text, text])).not.toThrow();
    }
  });

  it('control: a field that cuts or escapes would be found', () => {
    const cuts = line(200).transform((it) => it.slice(0, 20));
    const escapes = paragraph(5000).transform((it) => it.replaceAll('<', '&lt;'));
    expect(changed(cuts).length).toBeGreaterThan(0);
    expect(changed(escapes).length).toBeGreaterThan(0);
  });
});

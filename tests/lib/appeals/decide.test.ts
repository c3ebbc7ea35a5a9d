import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOf } from '@/lib/appeals/audience';
import { verbsOpenTo, whyNot } from '@/lib/appeals/decide';
import { canonical, chainFault, commit } from '@/lib/appeals/event';
import { formMarks } from '@/lib/appeals/form-mark';
import { isVerb, verbs } from '@/lib/appeals/lifecycle';
import { bigrams } from '@/lib/appeals/search-words';
import { titleFrom } from '@/lib/appeals/title';
import {
  actor,
  actors,
  filed,
  somebody,
  take,
  toResolved,
  voiceOf,
} from '../../support/pure-world';

const start = new Date('2026-11-16T00:12:00Z');

describe('one answer for button and server', () => {
  it('verbsOpenTo says what whyNot says, for the whole cast in every state', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    for (const who of [...actors.values(), voiceOf(played)]) {
      for (const { verb, refusal } of verbsOpenTo(played.file, who, at)) {
        expect(whyNot(played.file, verb, who, at)).toEqual(refusal);
        expect(refusal?.code).not.toBe('notYours');
      }
    }
  });

  it('no input at all makes any verb throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verbs), fc.anything(), fc.nat(), (verb, input, nth) => {
        const played = filed(start);
        const who = [...actors.values(), voiceOf(played)][nth % (actors.size + 1)];
        if (who) take(played, verb, input as Record<string, unknown>, who, start);
      }),
      { numRuns: 2_000 },
    );
  });

  it('file is never a step of an existing appeal', () => {
    expect(whyNot(filed(start).file, 'file', actor('sunyue'), start)?.code).toBe('wrongStatus');
  });
});

describe('who reads what', () => {
  it('whoever belongs to the unit that had it reads as the unit, supervisor or not', () => {
    const played = filed(start);
    toResolved(played, start);
    expect(audienceOf(actor('zhoumin'), played.file)).toBe('supervision');
    expect(audienceOf(somebody('liuwan', ['leader', 'supervisor']), played.file)).toBe('unit');
    expect(audienceOf(somebody('chenghe', ['supervisor']), played.file)).toBe('unit');
    expect(audienceOf(voiceOf(played), played.file)).toBe('voice');
  });
});

describe('what a sender can make up', () => {
  it('a verb is a word, not a list with one in it', () => {
    expect(isVerb('resolve')).toBe(true);
    for (const made of [['resolve'], { toString: () => 'resolve' }, 'toString', null, 1]) {
      expect(isVerb(made)).toBe(false);
    }
  });

  it('a form is known again only from the same hand with the same words', () => {
    const form = { formKey: 'k', verb: 'annotate' as const, appealId: 'a', input: { note: '一' } };
    const mark = formMarks(form, actor('sunyue'));
    expect(formMarks({ ...form }, actor('sunyue'))).toEqual(mark);
    expect(formMarks(form, actor('chenjing'))).not.toEqual(mark);
    expect(formMarks({ ...form, input: { note: '二' } }, actor('sunyue'))).not.toEqual(mark);
    expect(formMarks({ ...form, appealId: 'b' }, actor('sunyue'))).not.toEqual(mark);
    expect(mark[0]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the chain', () => {
  const events = () => {
    const played = filed(start);
    toResolved(played, start);
    return played.events;
  };

  it('verifies as written', () => expect(chainFault(events())).toBeNull());

  it.each([
    [
      'a changed fact',
      (log: ReturnType<typeof events>) => Object.assign(log[2] ?? {}, { personId: null }),
    ],
    [
      'another time',
      (log: ReturnType<typeof events>) => Object.assign(log[1] ?? {}, { at: start }),
    ],
    ['a missing event', (log: ReturnType<typeof events>) => log.splice(2, 1)],
    ['a swap', (log: ReturnType<typeof events>) => log.splice(1, 2, ...log.slice(1, 3).reverse())],
    [
      'changed data',
      (log: ReturnType<typeof events>) =>
        Object.assign(log[4] ?? {}, { data: { outcome: 'cannot' } }),
    ],
  ])('notices %s', (_, tamper) => {
    const log = events();
    tamper(log);
    expect(chainFault(log)).not.toBeNull();
  });

  it('says the same of the same value whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
      }),
    );
  });

  it('binds words without holding them', () => {
    expect(commit('salt', '暖气不热')).toBe(commit('salt', '暖气不热'));
    expect(commit('salt', '暖气不热')).not.toBe(commit('other', '暖气不热'));
    const [first] = events();
    expect(JSON.stringify(first)).not.toContain('暖气');
  });
});

describe('words of an appeal', () => {
  it('takes the first clause as its title', () => {
    expect(titleFrom('暖气不热。已经三天了')).toBe('暖气不热');
    expect([...titleFrom('很'.repeat(50))].length).toBe(28);
    const long = '15 号供暖以后暖气一直不热，屋里只有 14 度，老人孩子都冻病了';
    expect(titleFrom(long)).toBe('15 号供暖以后暖气一直不热，屋里只有 14 度');
  });

  it('finds two-character words and ignores what is between', () => {
    expect(bigrams('路灯坏了！ＡＢ12')).toEqual(['路灯', '灯坏', '坏了', 'ab', 'b1', '12']);
  });
});

import { describe, expect, it } from 'vitest';
import { isPublished, showingOf } from '@/lib/appeals/showing';
import {
  actor,
  filed,
  must,
  type Played,
  take,
  toResolved,
  verdict,
  voiceOf,
} from '../../support/pure-world';

const start = new Date('2026-11-02T02:00:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const words = { title: '路灯不亮', what: '三天不亮', place: '柳湾一巷', checked: 'yes' };
/** Never had anything to do with it. */
const reviewer = () => actor('fangzheng');

function agreed(): Played {
  const played = filed(start);
  must(played, 'consent', { show: 'yes' }, voiceOf(played), later(1));
  return played;
}

describe('shown to everybody', () => {
  it('only what the filer agreed to, by somebody without a hand in it, in words that were checked', () => {
    const alone = filed(start);
    expect(take(alone, 'publish', words, reviewer(), later(1))).toMatchObject({
      code: 'notAgreed',
    });
    const played = agreed();
    expect(take(played, 'publish', words, actor('wangxiulan'), later(2))).toMatchObject({
      code: 'notYours',
    });
    const unread = { ...words, checked: '' };
    expect(take(played, 'publish', unread, reviewer(), later(2))).toMatchObject({
      problems: [{ field: 'checked', code: 'confirmFirst' }],
    });
    must(played, 'publish', words, reviewer(), later(2));
    expect(isPublished(played.file)).toBe(true);
    expect(showingOf(played.file)?.slug).toMatch(/^[0-9a-f]{16}$/);
  });

  it('never with a number that finds a person, in whichever field', () => {
    const played = agreed();
    for (const field of ['title', 'what', 'place', 'answer']) {
      const told = { ...words, [field]: '找我 139 1234 5678' };
      expect(take(played, 'publish', told, reviewer(), later(2))).toMatchObject({
        problems: [{ field, code: 'stillPersonal' }],
      });
    }
    must(played, 'publish', { ...words, what: '三天不亮，王师傅来过' }, reviewer(), later(2));
  });

  it('is gone in the step that takes the consent back, and comes back only with a new look', () => {
    const played = agreed();
    must(played, 'publish', words, reviewer(), later(2));
    expect(take(played, 'consent', { show: 'yes' }, voiceOf(played), later(3))).toMatchObject({
      code: 'nothingNew',
    });
    must(played, 'consent', { show: 'no' }, voiceOf(played), later(3));
    expect([isPublished(played.file), showingOf(played.file)]).toEqual([false, undefined]);
    must(played, 'consent', { show: 'yes' }, voiceOf(played), later(4));
    expect(isPublished(played.file)).toBe(false);
    must(played, 'publish', words, reviewer(), later(5));
    expect(played.file.showings.map((it) => it.endedAt === null)).toEqual([false, true]);
  });

  it('is taken down by whoever may publish, and what was agreed stays', () => {
    const played = agreed();
    expect(take(played, 'unpublish', { reason: '写错了' }, reviewer(), later(2))).toMatchObject({
      code: 'notShown',
    });
    must(played, 'publish', words, reviewer(), later(2));
    must(played, 'unpublish', { reason: '写错了' }, reviewer(), later(3));
    expect([isPublished(played.file), showingOf(played.file)?.endedAt]).toEqual([false, null]);
    must(played, 'publish', words, reviewer(), later(4));
  });

  it('goes when somebody turns out to be complained of, and when it is withdrawn', () => {
    const accused = agreed();
    must(accused, 'publish', words, reviewer(), later(2));
    const whom = { whom: 'person', who: '值班的', reason: '骂人' };
    must(accused, 'recuse', whom, voiceOf(accused), later(3));
    expect(isPublished(accused.file)).toBe(false);
    expect(take(accused, 'publish', words, reviewer(), later(4))).toMatchObject({
      code: 'aboutSomebody',
    });
    const withdrawn = agreed();
    must(withdrawn, 'publish', words, reviewer(), later(2));
    must(withdrawn, 'withdraw', { pressed: 'no' }, voiceOf(withdrawn), later(3));
    expect(isPublished(withdrawn.file)).toBe(false);
  });

  it('ends with the filer, when one who joined becomes it', () => {
    const played = filed(start, { reaches: ['telephone', 'link'] });
    must(played, 'consent', { show: 'yes' }, voiceOf(played), later(1));
    must(played, 'withdraw', { pressed: 'no' }, voiceOf(played), later(2));
    expect(played.file.appeal.status).toBe('filed');
    expect(showingOf(played.file)).toBeUndefined();
  });

  it('stays through its rounds', () => {
    const played = filed(start);
    const at = toResolved(played, start);
    must(played, 'consent', { show: 'yes' }, voiceOf(played), at);
    must(played, 'publish', words, reviewer(), at);
    must(played, 'judge', verdict('no'), voiceOf(played), at);
    expect([played.file.appeal.round, isPublished(played.file)]).toEqual([2, true]);
  });
});

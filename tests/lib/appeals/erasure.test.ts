import { describe, expect, it } from 'vitest';
import { erasableFrom, type Kept, nothingKept } from '@/lib/appeals/erasure';
import { mintSystem } from '@/lib/people/actor';
import { actor, filed, must, take, toResolved, verdict, voiceOf } from '../../support/pure-world';

const start = new Date('2026-03-02T02:00:00Z');
const days = (at: Date, count: number) => new Date(at.getTime() + count * 86_400_000);
const system = mintSystem();
/** As in the pure world: contacts 45 days, words 60. */
const rules = { contactDays: 45, wordDays: 60 };

function closed() {
  const played = filed(start);
  const at = toResolved(played, start);
  must(played, 'judge', verdict('yes'), voiceOf(played), at);
  return { played, at };
}

const from = ({ played, at }: ReturnType<typeof closed>, after: number, kept: Partial<Kept> = {}) =>
  erasableFrom(played.file, 'contacts', { ...nothingKept, ...kept }, rules, days(at, after));

describe('what is erased of a closed case', () => {
  it('is everybody’s contact first, and every word later; each once', () => {
    const { played, at } = closed();
    const contacts = { what: 'contacts' };
    expect(take(played, 'erase', contacts, system, days(at, 44.9))).toMatchObject({
      code: 'notYet',
    });
    expect(take(played, 'erase', contacts, actor('wukai'), days(at, 50))).toMatchObject({
      code: 'notYours',
    });
    expect(take(played, 'erase', { what: 'all' }, system, days(at, 50))).toMatchObject({
      code: 'badInput',
    });
    must(played, 'erase', contacts, system, days(at, 45.1));
    expect(played.file.appeal.contactsErasedAt).toEqual(days(at, 45.1));
    expect(played.file.voices).toMatchObject([{ reach: 'none', generation: 2 }]);
    expect(played.changes.at(-1)).toMatchObject({ notices: [], texts: [] });
    expect(take(played, 'erase', contacts, system, days(at, 46))).toMatchObject({
      code: 'nothingNew',
    });
    expect(take(played, 'erase', { what: 'words' }, system, days(at, 59))).toMatchObject({
      code: 'notYet',
    });
    must(played, 'erase', { what: 'words' }, system, days(at, 61));
    expect(played.file.appeal.wordsErasedAt).toEqual(days(at, 61));
    expect(take(played, 'erase', { what: 'words' }, system, days(at, 62))).toMatchObject({
      code: 'nothingNew',
    });
    // Whoever says something more, or takes it up again, has it erased in its turn.
    must(played, 'annotate', { note: '还有一句' }, actor('zhoumin'), days(at, 63));
    expect(played.file.appeal.wordsErasedAt).toBeNull();
    must(played, 'reopen', { reason: '又坏了' }, actor('zhoumin'), days(at, 64));
    expect(played.file.appeal).toMatchObject({ contactsErasedAt: null, wordsErasedAt: null });
    expect(take(played, 'erase', contacts, system, days(at, 200))).toMatchObject({
      code: 'wrongStatus',
    });
  });

  it('waits for whatever may still come', () => {
    const it = closed();
    expect(from(it, 46)).toEqual(days(it.at, 45));
    // Reopened for 30 days, looked back on until the 44th.
    expect(from(it, 29)).toBeNull();
    expect(from(it, 43)).toBeNull();
    expect(from(it, 46, { leadOpen: true })).toBeNull();
    expect(from(it, 46, { leadClosedAt: days(it.at, 5) })).toEqual(days(it.at, 50));
    const [round] = it.played.file.rounds;
    const drawn = { drawId: '00000000-0000-4000-8000-000000000001', roundId: round?.id };
    must(it.played, 'pick', drawn, system, days(it.at, 40));
    expect(from(it, 46)).toBeNull();
  });
});

describe('a resident who asks for it', () => {
  const sure = { sure: 'yes' };

  it('is forgotten at once where it is closed, and keeps the link', () => {
    const { played, at } = closed();
    must(played, 'askErasure', sure, voiceOf(played), days(at, 1));
    expect(played.file.voices).toMatchObject([{ reach: 'link', generation: 1 }]);
    expect(played.changes.at(-1)?.erases).toMatchObject({ what: 'asked' });
    expect(played.file.appeal).toMatchObject({ eraseAsked: [], contactsErasedAt: null });
  });

  it('waits while somebody works on it, is told so when they ask again, and need not ask again', () => {
    const played = filed(start, { reaches: ['telephone', 'email'] });
    expect(take(played, 'askErasure', {}, voiceOf(played), start)).toMatchObject({
      code: 'badInput',
    });
    expect(take(played, 'askErasure', sure, actor('zhoumin'), start)).toMatchObject({
      code: 'notYours',
    });
    must(played, 'askErasure', sure, voiceOf(played), start);
    expect(played.changes.at(-1)?.erases).toBeNull();
    expect(take(played, 'askErasure', sure, voiceOf(played), start)).toMatchObject({
      code: 'erasureAsked',
    });
    const what = { what: 'asked' };
    expect(take(played, 'erase', what, system, start)).toMatchObject({ code: 'wrongStatus' });
    const at = toResolved(played, start);
    must(played, 'judge', verdict('yes'), voiceOf(played), at);
    must(played, 'judge', verdict('yes'), voiceOf(played, 1), at);
    must(played, 'erase', what, system, at);
    expect(played.file.voices.map((it) => it.reach)).toEqual(['link', 'email']);
    expect(take(played, 'erase', what, system, at)).toMatchObject({ code: 'nothingNew' });
  });
});

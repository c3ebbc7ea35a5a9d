import { describe, expect, it } from 'vitest';
import { mintSystem } from '@/lib/people/actor';
import { actor, filed, must, take, toResolved, verdict, voiceOf } from '../../support/pure-world';

const start = new Date('2026-11-02T02:00:00Z');
const hoursOn = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);
const days = (at: Date, count: number) => hoursOn(at, count * 24);
const holds = (word: 'yes' | 'no') => ({ holds: word, pressed: 'no' });

function closed(outcome?: 'partly' | 'cannot') {
  const played = filed(start);
  const at = toResolved(played, start, outcome);
  must(played, 'judge', verdict('yes'), voiceOf(played), at);
  expect(played.file.appeal.status).toBe('closed');
  return { played, at };
}

describe('two weeks after closing', () => {
  it('is asked then, once, and by whom it was asked at closing', () => {
    const { played, at } = closed();
    const early = take(
      played,
      'lookBack',
      holds('yes'),
      voiceOf(played),
      hoursOn(days(at, 14), -1),
    );
    expect(early).toMatchObject({ code: 'nothingToLookBackOn' });
    must(played, 'lookBack', holds('yes'), voiceOf(played), days(at, 14));
    expect(played.file.appeal).toMatchObject({ status: 'closed', closedAs: 'judged', round: 1 });
    expect(played.file.verdicts.map((it) => it.occasion)).toEqual(['closing', 'lookBack']);
    const again = take(played, 'lookBack', holds('no'), voiceOf(played), days(at, 15));
    expect(again).toMatchObject({ code: 'nothingToLookBackOn' });
    expect(take(played, 'lookBack', holds('yes'), actor('zhoumin'), days(at, 15))).toMatchObject({
      code: 'notYours',
    });
  });

  it('what does not hold goes round again while it may be reopened', () => {
    const { played, at } = closed();
    must(played, 'lookBack', holds('no'), voiceOf(played), days(at, 20));
    expect(played.file.appeal).toMatchObject({ status: 'dispatched', round: 2 });
  });

  it('later than that it is recorded and moves nothing', () => {
    const { played, at } = closed();
    must(played, 'lookBack', holds('no'), voiceOf(played), days(at, 43));
    expect(played.file.appeal).toMatchObject({ status: 'closed', round: 1 });
    expect(played.file.verdicts.at(-1)).toMatchObject({ occasion: 'lookBack', solved: 'no' });
  });

  it('and after six weeks nobody is asked any more', () => {
    const { played, at } = closed();
    expect(take(played, 'lookBack', holds('no'), voiceOf(played), days(at, 44))).toMatchObject({
      code: 'nothingToLookBackOn',
    });
  });

  it('whoever kept silent is asked as well, and is judged silent still', () => {
    const played = filed(start);
    toResolved(played, start);
    const due = played.file.clocks.find((it) => it.kind === 'rate')?.dueAt ?? start;
    must(played, 'lapse', {}, mintSystem(), due);
    must(played, 'lookBack', holds('yes'), voiceOf(played), days(due, 14));
    expect(played.file.appeal.closedAs).toBe('lapsed');
  });

  it('what could not be done is not looked back on', () => {
    const { played, at } = closed('cannot');
    expect(take(played, 'lookBack', holds('no'), voiceOf(played), days(at, 14))).toMatchObject({
      code: 'nothingToLookBackOn',
    });
  });
});

import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { runningClock } from '@/lib/appeals/case-file';
import { askedFrom } from '@/lib/appeals/interviews';
import { turnsOf } from '@/lib/appeals/turns';
import {
  actor,
  calendar,
  filed,
  must,
  take,
  toResolved,
  verdict,
  voiceOf,
} from '../../support/pure-world';

const start = new Date('2026-11-16T00:12:00Z');

function resolved() {
  const played = filed(start);
  const at = toResolved(played, start);
  const voiceId = played.file.voices[0]?.id ?? '';
  return { played, at, call: { round: '1', voiceId } };
}

const turnOf = ({ played }: Pick<ReturnType<typeof resolved>, 'played'>) =>
  turnsOf(played.file, calendar).find((it) => it.verb === 'interview');

describe('the interviewers’ list', () => {
  it('has a round some time after it was answered, never at once and never at the end', () => {
    const it = resolved();
    const rate = runningClock(it.played.file, 'rate');
    const [round] = it.played.file.rounds;
    if (!rate?.dueAt || !round) throw new Error('nothing is to be rated');
    expect(turnOf(it)?.notBefore).toEqual(askedFrom(round, rate));
    const { startedAt, dueAt } = rate;
    const moments = Array.from({ length: 200 }, () => {
      const from = askedFrom({ ...round, id: newId() }, rate) ?? startedAt;
      return (from.getTime() - startedAt.getTime()) / (dueAt.getTime() - startedAt.getTime());
    });
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(...moments)).toBeLessThan(0.6);
    // As good as any moment between: both halves have their share.
    expect(moments.filter((it) => it < 0.4).length).toBeGreaterThan(60);
    expect(moments.filter((it) => it >= 0.4).length).toBeGreaterThan(60);
  });

  it('loses it once they have answered, by themselves or by telephone', () => {
    const judged = resolved();
    must(
      judged.played,
      'judge',
      verdict('partly', { more: 'enough' }),
      voiceOf(judged.played),
      judged.at,
    );
    expect(turnOf(judged)).toBeUndefined();
    const heard = resolved();
    const said = { ...heard.call, reached: 'yes', solved: 'yes' };
    must(heard.played, 'interview', said, actor('linxiao'), heard.at);
    expect(turnOf(heard)).toBeUndefined();
  });

  it('loses it after two calls that reached nobody, and nobody counts as heard', () => {
    const { played, at, call } = resolved();
    must(played, 'interview', { ...call, reached: 'no' }, actor('linxiao'), at);
    expect(turnOf({ played })).toBeDefined();
    must(played, 'interview', { ...call, reached: 'no' }, actor('linxiao'), at);
    expect(turnOf({ played })).toBeUndefined();
    expect(played.file.appeal.status).toBe('resolved');
  });

  it('who says it was not theirs is not heard, and their words are written down', () => {
    const { played, at, call } = resolved();
    const other = { ...call, reached: 'notTheirs' };
    expect(take(played, 'interview', other, actor('linxiao'), at)).toMatchObject({
      problems: [{ field: 'said' }],
    });
    const said = '我没打过这个电话';
    const done = must(played, 'interview', { ...other, said }, actor('linxiao'), at);
    expect(done.changes.event.data).toMatchObject({ reached: false, notTheirs: true });
    expect(played.file.appeal.status).toBe('resolved');
    expect(played.file.interviews[0]).toMatchObject({ reached: false, solved: null });
  });
});

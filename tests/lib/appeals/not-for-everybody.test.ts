import { describe, expect, it, vi } from 'vitest';
import { decide, whyNot } from '@/lib/appeals/decide';
import { afterAnswer } from '@/lib/appeals/rating';
import { transitions } from '@/lib/appeals/transitions';
import { mintSystem } from '@/lib/people/actor';
import {
  actor,
  context,
  filed,
  must,
  type Played,
  take,
  toResolved,
  verdict,
  voiceOf,
} from '../../support/pure-world';

/** What the rules say where hardly anybody gets: a page never offers it, a sender by hand may try it. */

const start = new Date('2026-11-16T00:12:00Z');
const later = new Date('2026-11-20T00:12:00Z');
const muchLater = new Date('2026-11-21T00:12:00Z');

const resolved = (): Played => {
  const played = filed(start);
  toResolved(played, start);
  return played;
};

describe('a step', () => {
  it('is not taken while the import runs that brought the case', () => {
    const { file } = filed(start);
    const running = { ...file, importRunning: true };
    expect(whyNot(running, 'annotate', actor('chenjing'), start)).toMatchObject({
      code: 'importRunning',
    });
    expect(whyNot(file, 'annotate', actor('chenjing'), start)).toBeNull();
  });

  it('takes pictures where it shows them, with their hashes in the log, and nowhere else', () => {
    const played = resolved();
    const photos = [{ id: 'p', sha256: 'f'.repeat(64) }] as unknown as ReturnType<
      typeof context
    >['photos'];
    const brought = { ...context(start), photos };
    const { file } = filed(start);
    const input = { note: '看过了' };
    const refused = decide(file, 'recuse', {}, actor('chenjing'), brought);
    expect(refused).toMatchObject({ code: 'photosNotHere' });
    const done = decide(file, 'annotate', input, actor('chenjing'), brought);
    const told = done.ok ? done.changes.event.data.photos : done.code;
    expect([told, played.file.appeal.status]).toEqual([
      [{ id: 'p', sha256: 'f'.repeat(64) }],
      'resolved',
    ]);
  });

  it('never leads where the table of verbs does not say, whatever its own file does', () => {
    const { file } = filed(start);
    const astray = vi.spyOn(transitions.annotate, 'follows').mockReturnValue({ to: 'closed' });
    try {
      expect(() =>
        decide(file, 'annotate', { note: '看过了' }, actor('chenjing'), context(start)),
      ).toThrow('annotate may not lead from filed to closed');
    } finally {
      astray.mockRestore();
    }
  });
});

describe('a verdict', () => {
  it('has nothing to judge before anything was answered, and none twice', () => {
    const played = filed(start);
    expect(whyNot(played.file, 'judge', voiceOf(played), start)?.code).toBe('nothingToJudge');
    const at = toResolved(played, start);
    must(played, 'judge', verdict('yes'), voiceOf(played), at);
    expect(whyNot(played.file, 'judge', voiceOf(played), at)?.code).toBe('alreadyJudged');
  });

  it('is of a round that was answered and not judged', () => {
    const played = resolved();
    const of = (round: string) =>
      take(played, 'judge', { ...verdict('yes'), round }, voiceOf(played), muchLater);
    expect(of('9')).toMatchObject({ code: 'nothingToJudge' });
    must(played, 'judge', verdict('no'), voiceOf(played), later);
    toResolved(played, later);
    expect(of('1')).toMatchObject({ code: 'alreadyJudged' });
    expect(of('2')).toMatchObject({ ok: true });
  });

  it('is nobody’s but a Voice’s, also where somebody calls its file by itself', () => {
    const { file } = resolved();
    const { judge } = transitions;
    const input = judge.input.parse(verdict('yes')) as never;
    expect(judge.unless?.(file, mintSystem(), later)).toBeNull();
    expect(judge.objection?.(file, input, mintSystem(), context(later))).toBeNull();
    expect(() => judge.follows(file, input, mintSystem(), context(later))).toThrow(
      'a verdict needs its round and its voice',
    );
  });

  it('moves nothing while the round is being worked on again', () => {
    const { file } = resolved();
    const [round] = file.rounds;
    if (!round) throw new Error('no round');
    const voiceId = file.voices[0]?.id ?? '';
    const answer = { roundId: round.id, voiceId, solved: 'no', goOn: false } as const;
    const again = { ...file, appeal: { ...file.appeal, status: 'contacted' as const } };
    expect(afterAnswer(again, round, { verdict: answer }, later)).toEqual({});
    expect(afterAnswer(file, round, { verdict: answer }, later)).toMatchObject({
      to: 'dispatched',
    });
  });

  it('counts with interviews of the same round in which somebody was reached, and no other', () => {
    const { file } = filed(start, { reaches: ['telephone', 'telephone'] });
    const played = { ...filed(start, { reaches: ['telephone', 'telephone'] }), file };
    toResolved(played, start);
    const [round] = played.file.rounds;
    const [one, other] = played.file.voices.map((it) => it.id);
    if (!round || !one || !other) throw new Error('not as it should be');
    const heard = (roundId: string, reached: boolean) => ({
      ...played.file,
      interviews: [
        { roundId, voiceId: other, reached, solved: reached ? 'yes' : null, goOn: false },
      ] as unknown as typeof played.file.interviews,
    });
    const yes = { roundId: round.id, voiceId: one, solved: 'yes', goOn: false } as const;
    const next = (of: typeof played.file) => afterAnswer(of, round, { verdict: yes }, later);
    expect(next(heard(round.id, true))).toEqual({ to: 'closed', closedAs: 'judged' });
    expect(next(heard(round.id, false))).toEqual({});
    expect(next(heard('another round', true))).toEqual({});
  });
});

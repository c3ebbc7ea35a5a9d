import { describe, expect, it } from 'vitest';
import { mintSystem } from '@/lib/people/actor';
import { actor, filed, must, take, toResolved, verdict, voiceOf } from '../../support/pure-world';

const start = new Date('2026-11-02T02:00:00Z');
const days = (at: Date, count: number) => new Date(at.getTime() + count * 86_400_000);

function closed(change: object = {}) {
  const played = filed(start);
  const neighbour = filed(start, { number: '202611020002' });
  const at = toResolved(played, start);
  must(played, 'judge', verdict('yes'), voiceOf(played), at);
  played.file = { ...played.file, appeal: { ...played.file.appeal, ...change } };
  const ask = { voiceIds: [neighbour.file.voices[0]?.id] };
  return { played, neighbour, at, ask };
}

describe('neighbours', () => {
  it('are asked two weeks after closing, by the system, once, and answer once', () => {
    const { played, neighbour, at, ask } = closed();
    const early = take(played, 'askNeighbours', ask, mintSystem(), days(at, 13));
    expect(early).toMatchObject({ code: 'nothingToLookBackOn' });
    expect(take(played, 'askNeighbours', ask, actor('zhoumin'), days(at, 15))).toMatchObject({
      code: 'notYours',
    });
    must(played, 'askNeighbours', ask, mintSystem(), days(at, 15));
    expect(played.changes.at(-1)?.notices).toMatchObject([
      { kind: 'askNeighbours', voiceId: ask.voiceIds[0] },
    ]);
    expect(take(played, 'askNeighbours', ask, mintSystem(), days(at, 16))).toMatchObject({
      code: 'nothingToLookBackOn',
    });
    must(played, 'witness', { holds: 'no' }, voiceOf(neighbour), days(at, 16));
    // It is no verdict: it moves nothing.
    expect(played.file.appeal).toMatchObject({ status: 'closed', round: 1 });
    expect(played.file.verdicts).toHaveLength(1);
    expect(played.file.askings).toMatchObject([{ holds: 'no' }]);
    expect(
      take(played, 'witness', { holds: 'yes' }, voiceOf(neighbour), days(at, 17)),
    ).toMatchObject({ code: 'nothingToLookBackOn' });
  });

  it('answer within a month, and nobody who was not asked', () => {
    const { played, neighbour, at, ask } = closed();
    expect(
      take(played, 'witness', { holds: 'yes' }, voiceOf(neighbour), days(at, 15)),
    ).toMatchObject({ code: 'notYours' });
    must(played, 'askNeighbours', ask, mintSystem(), days(at, 15));
    expect(take(played, 'witness', { holds: 'yes' }, voiceOf(played), days(at, 16))).toMatchObject({
      code: 'notYours',
    });
    expect(
      take(played, 'witness', { holds: 'yes' }, voiceOf(neighbour), days(at, 46)),
    ).toMatchObject({ code: 'nothingToLookBackOn' });
  });

  it.each([
    ['names somebody', { namesPerson: true }],
    ['reports a wrong', { kind: 'report' }],
    ['was a trial', { trial: true }],
  ])('are not asked about a case that %s', (_, change) => {
    const { played, at, ask } = closed(change);
    expect(take(played, 'askNeighbours', ask, mintSystem(), days(at, 15))).toMatchObject({
      code: 'nothingToLookBackOn',
    });
  });

  it('are no more than three, and nobody of the case itself', () => {
    const { played, at, ask } = closed();
    const four = { voiceIds: Array.from({ length: 4 }, () => ask.voiceIds[0]) };
    expect(take(played, 'askNeighbours', four, mintSystem(), days(at, 15))).toMatchObject({
      code: 'badInput',
    });
    const own = { voiceIds: [played.file.voices[0]?.id] };
    expect(take(played, 'askNeighbours', own, mintSystem(), days(at, 15))).toMatchObject({
      code: 'notYours',
    });
  });
});

import type { CaseFile } from './case-file';
import { roundOf } from './case-file';
import type { AskingRow } from './records';
import type { Context, Follow } from './transition';

/** Neighbours are asked about the round that was looked back on, and answer. */
export function settleAskings(
  file: CaseFile,
  { asks, saysNeighbour }: Follow,
  { at, newId }: Context,
  seq: number,
): CaseFile {
  if (asks) {
    const round = roundOf(file);
    const fresh = asks.map(
      (voiceId): AskingRow => ({
        id: newId(),
        appealId: file.appeal.id,
        roundId: round.id,
        voiceId,
        seq,
        at,
        holds: null,
        answeredSeq: null,
        answeredAt: null,
      }),
    );
    return { ...file, askings: [...file.askings, ...fresh] };
  }
  if (!saysNeighbour) return file;
  const { id, holds } = saysNeighbour;
  return {
    ...file,
    askings: file.askings.map((it) =>
      it.id === id ? { ...it, holds, answeredSeq: seq, answeredAt: at } : it,
    ),
  };
}

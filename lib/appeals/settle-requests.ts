import { type CaseFile, leadOf, roundOf } from './case-file';
import type { RequestRow } from './records';
import { askedFrom, isUnitRequest } from './requests';
import type { Context, Follow } from './transition';

/** Requests asked, decided, and those that are void because the case has moved on. */
export function settleRequests(
  before: CaseFile,
  file: CaseFile,
  follow: Follow,
  { at, newId }: Context,
  seq: number,
): CaseFile {
  const { endRequest, request } = follow;
  if (file.requests.length === 0 && !request) return file;
  const moved =
    before.appeal.round !== file.appeal.round || leadOf(before)?.id !== leadOf(file)?.id;
  const end = (it: RequestRow): RequestRow => {
    if (it.endedAt) return it;
    if (it.id === endRequest?.id) {
      return { ...it, endedAt: at, outcome: endRequest.outcome, endedSeq: seq };
    }
    const stands = askedFrom[it.kind].includes(file.appeal.status);
    const unitsOwn = isUnitRequest(it) && moved;
    return stands && !unitsOwn ? it : { ...it, endedAt: at, outcome: 'void', endedSeq: seq };
  };
  const requests = file.requests.map(end);
  if (request) {
    requests.push({
      id: newId(),
      appealId: file.appeal.id,
      roundId: roundOf(file).id,
      causeClass: null,
      ownerUnitId: null,
      ownerUnitPath: null,
      exclusionClass: null,
      ...request,
      askedIn: file.appeal.status,
      seq,
      at,
      endedAt: null,
      outcome: null,
      endedSeq: null,
    });
  }
  return { ...file, requests };
}

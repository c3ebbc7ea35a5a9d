import type { IncomingMessage, ServerResponse } from 'node:http';

export interface RequestAtHand {
  id: string;
  databaseAway: boolean;
}

export function inRequest(
  request: Pick<IncomingMessage, 'headers'>,
  response: Pick<ServerResponse, 'setHeader'>,
  work: (store: RequestAtHand) => void,
): void;
export function requestAtHand(): RequestAtHand | undefined;

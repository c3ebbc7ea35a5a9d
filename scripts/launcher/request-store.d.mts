import type { IncomingMessage, ServerResponse } from 'node:http';

export interface RequestAtHand {
  id: string;
  /** Whether it is a POST. */
  sends: boolean;
  databaseAway: boolean;
  /** What was sent could not be taken apart. */
  unreadable: boolean;
}

export function inRequest(
  request: Pick<IncomingMessage, 'headers' | 'method'>,
  response: Pick<ServerResponse, 'setHeader'>,
  work: (store: RequestAtHand) => void,
): void;
export function requestAtHand(): RequestAtHand | undefined;

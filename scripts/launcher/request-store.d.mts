import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Noted } from '../../lib/request-at-hand';

export interface RequestAtHand {
  id: string;
  /** Whether it is a POST. */
  sends: boolean;
  databaseAway: boolean;
  /** What was sent could not be taken apart. */
  unreadable: boolean;
  /** For the line about its answer. */
  noted: Noted;
}

export function inRequest(
  request: Pick<IncomingMessage, 'headers' | 'method'>,
  response: Pick<ServerResponse, 'setHeader'>,
  work: (store: RequestAtHand) => void,
): void;
export function requestAtHand(): RequestAtHand | undefined;

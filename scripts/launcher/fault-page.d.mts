import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestAtHand } from './request-store.mjs';

export function faultPage(
  store: RequestAtHand,
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  fields?: [string, string][] | null,
): string;
export function ownFaultPage(
  request: IncomingMessage,
  response: ServerResponse,
  store: RequestAtHand,
): void;

export function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  store: { id: string; databaseAway: boolean; unreadable: boolean },
): void;

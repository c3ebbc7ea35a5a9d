import type { IncomingMessage } from 'node:http';

export function crowd(
  most: number,
): (
  request: Pick<IncomingMessage, 'headers' | 'url' | 'method'>,
  response: { once(event: 'close', answered: () => void): unknown },
) => boolean;

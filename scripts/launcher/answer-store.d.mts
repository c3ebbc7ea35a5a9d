import type { IncomingHttpHeaders } from 'node:http';

export function makingAnswer(
  headers: IncomingHttpHeaders,
  allowImages: (origin: string) => void,
  make: () => void,
): void;

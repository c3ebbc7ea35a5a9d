import type { IncomingHttpHeaders } from 'node:http';

export function makingAnswer(headers: IncomingHttpHeaders, make: () => void): void;

import type { IncomingHttpHeaders } from 'node:http';
import type { Ways } from './page-headers.mjs';

export function makingAnswer(headers: IncomingHttpHeaders, ways: Ways, make: () => void): void;

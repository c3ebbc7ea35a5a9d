import type { IncomingMessage, ServerResponse } from 'node:http';

export function contentPolicy(nonce: string, development: boolean): string;
export function freshNonce(): string;

type Request = Pick<IncomingMessage, 'headers' | 'url'>;
type Response = Pick<ServerResponse, 'setHeader'>;

export function pageHeaders(development: boolean): (request: Request, response: Response) => void;

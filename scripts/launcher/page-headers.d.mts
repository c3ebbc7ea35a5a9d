import type { IncomingMessage, ServerResponse } from 'node:http';

export function contentPolicy(nonce: string, development: boolean, images?: string): string;
export function freshNonce(): string;

type Request = Pick<IncomingMessage, 'headers' | 'url'>;
type Response = Pick<ServerResponse, 'setHeader' | 'headersSent'>;

export function pageHeaders(
  development: boolean,
): (request: Request, response: Response) => (origin: string) => void;

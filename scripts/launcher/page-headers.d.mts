import type { IncomingMessage, ServerResponse } from 'node:http';

export const noDocument: string;
export function standingHeaders(publicUrl: string): Record<string, string>;
export function keepNothing(response: ServerResponse): void;
export function contentPolicy(nonce: string, development: boolean, images?: string): string;
export function freshNonce(): string;

type Request = Pick<IncomingMessage, 'headers' | 'url'>;
type Response = Pick<
  ServerResponse,
  'setHeader' | 'getHeader' | 'hasHeader' | 'writeHead' | 'headersSent'
>;

/** What a page may be allowed while it is being made. */
export interface Ways {
  allowImages(origin: string): void;
  allowMicrophone(): void;
}

export function pageHeaders(development: boolean): (request: Request, response: Response) => Ways;

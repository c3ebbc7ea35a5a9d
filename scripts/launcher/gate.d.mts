import type { IncomingHttpHeaders } from 'node:http';

export function gate(site: {
  publicUrl: string;
  listens: string;
  development: boolean;
}): (request: {
  headers: IncomingHttpHeaders;
  method?: string;
  url?: string;
}) => null | { status: number; words: string };

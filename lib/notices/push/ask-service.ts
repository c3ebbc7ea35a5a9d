import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { now } from '@/lib/time/now';
import type { Endpoint } from './endpoint';
import { publicLookup } from './public-lookup';

/** What a push service said, or why nothing was heard. */
export interface PushAnswer {
  outcome: 'sent' | 'failed' | 'refused' | 'unknown';
  /** Its status, or the fault; never the endpoint. */
  code: string;
  /** The device is told nothing any more (RFC 8030 §7.3). */
  gone: boolean;
  /** Seconds until it wants to be asked again. */
  retryAfter: number | null;
}

const patience = 10_000;

/** Answers that speak of the asking, not of the device. */
const ofTheAsking = [401, 403, 405, 408, 425, 429];
const neverSent = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPRIVATE',
];

/** One request. Redirects are not followed; of the answer nothing but its head is read. */
export function askService(
  { url, ours }: Endpoint,
  { headers, body }: { headers: Record<string, string>; body: Buffer },
  { patienceMs = patience, at = now() }: { patienceMs?: number; at?: Date } = {},
): Promise<PushAnswer> {
  return new Promise((resolve) => {
    const ask = url.protocol === 'https:' ? secureRequest : plainRequest;
    const asked = ask(url, {
      method: 'POST',
      headers,
      agent: false,
      signal: AbortSignal.timeout(patienceMs),
      ...(!ours && { lookup: publicLookup() }),
    });
    asked.on('response', (answer) => {
      answer.destroy();
      const status = answer.statusCode ?? 0;
      resolve({
        outcome: outcomeOf(status),
        code: String(status),
        gone: status === 404 || status === 410,
        retryAfter: secondsUntil(answer.headers['retry-after'], at),
      });
    });
    asked.on('error', (error: Error & { code?: string }) => {
      const code = error.name === 'AbortError' ? 'TimeoutError' : (error.code ?? error.name);
      const outcome = neverSent.includes(code) ? 'failed' : 'unknown';
      resolve({ outcome, code, gone: false, retryAfter: null });
    });
    asked.end(body);
  });
}

function outcomeOf(status: number): PushAnswer['outcome'] {
  if (status >= 200 && status < 300) return 'sent';
  if (status >= 400 && status < 500 && !ofTheAsking.includes(status)) return 'refused';
  return 'failed';
}

/** `Retry-After` (RFC 9110 §10.2.3) is a number of seconds or a date. */
export function secondsUntil(header: string | undefined, at: Date): number | null {
  if (!header) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const then = Date.parse(header);
  return Number.isNaN(then) ? null : Math.max(0, Math.ceil((then - at.getTime()) / 1_000));
}

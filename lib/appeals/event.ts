import { hash as digest } from 'node:crypto';
import type { Status, Verb } from './lifecycle';
import type { Json } from './transition';

export const eventFormat = 1;

/** The hash before the first event of an appeal. */
export const genesis = '0'.repeat(64);

export interface EventRow {
  id: string;
  appealId: string;
  seq: number;
  format: number;
  verb: Verb;
  at: Date;
  recordedAt: Date;
  actorKind: string;
  personId: string | null;
  unitId: string | null;
  voiceId: string | null;
  fromStatus: Status | null;
  toStatus: Status;
  round: number;
  data: { [key: string]: Json };
  commitments: { [field: string]: string };
  assumed: boolean;
  formKey: string | null;
  prevHash: string;
  hash: string;
}

const sha256 = (text: string | Uint8Array) => digest('sha256', text, 'hex');

/** Binds an event to words it does not contain; without the salt nothing can be guessed back. */
export const commit = (salt: string, body: string): string => sha256(`${salt}:${body}`);

/** JSON with sorted keys: the same value is the same bytes on every machine. */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '';
  for (const key of Object.keys(value).sort()) {
    text += `${text && ','}${JSON.stringify(key)}:${canonical(value[key] ?? null)}`;
  }
  return `{${text}}`;
}

/** What the chain vouches for: everything but the row's own hash. */
export function voucherOf(event: Omit<EventRow, 'hash'>): string {
  const told: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(event)) {
    if (key !== 'hash' && key !== 'format') {
      told[key] = value instanceof Date ? value.toISOString() : value;
    }
  }
  return `${event.format}\n${canonical(told)}`;
}

export const hashOfVoucher = sha256;

const hashOf = (event: Omit<EventRow, 'hash'>): string => sha256(voucherOf(event));

export const seal = (event: Omit<EventRow, 'hash'>): EventRow => ({
  ...event,
  hash: hashOf(event),
});

export type ChainFault = 'gap' | 'broken' | 'altered' | 'unknownFormat';

/** The first fault of one appeal's chain, in order of seq, or null. */
export function chainFault(events: readonly EventRow[]): { seq: number; fault: ChainFault } | null {
  let previous = genesis;
  for (const [index, event] of events.entries()) {
    const at = (fault: ChainFault) => ({ seq: event.seq, fault });
    if (event.format !== eventFormat) return at('unknownFormat');
    if (event.seq !== index + 1) return at('gap');
    if (event.prevHash !== previous) return at('broken');
    if (hashOf(event) !== event.hash) return at('altered');
    previous = event.hash;
  }
  return null;
}

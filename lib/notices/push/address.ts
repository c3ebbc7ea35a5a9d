import { ECDH } from 'node:crypto';
import { z } from 'zod';
import { readEndpoint } from './endpoint';

const base64url = (bytes: number) =>
  z
    .string()
    .max(120)
    .regex(/^[\w-]+=*$/)
    .refine((text) => Buffer.from(text, 'base64url').length === bytes);

/** A point of P-256 (RFC 8291 §3.1); another could not be encrypted to. */
function isPoint(text: string): boolean {
  try {
    return ECDH.convertKey(Buffer.from(text, 'base64url'), 'prime256v1').length > 0;
  } catch {
    return false;
  }
}

/** What a browser gives when it subscribes; what else it sends is not kept. */
export const addressInput = z.object({
  endpoint: z.string().refine((text) => readEndpoint(text) !== null, 'otherService'),
  keys: z.object({ p256dh: base64url(65).refine(isPoint), auth: base64url(16) }),
});

import { createHash } from 'node:crypto';
import webPush from 'web-push';
import { staleMs } from '../retries';
import { askService, type PushAnswer } from './ask-service';
import type { Device } from './devices';
import { readEndpoint } from './endpoint';
import { type PushNote, payloadOf } from './payload';
import { type VapidKeys, vapidKeys, vapidSubject } from './vapid';

/** One device asked: `gateway` is its id. */
export interface PushTry extends PushAnswer {
  gateway: string;
}

interface Sending {
  /** The same on every try of one notice. */
  key: string;
  urgent: boolean;
  past: readonly { gateway: string; outcome: string }[];
}

/**
 * Asks the service of every device that has not taken or refused this notice before. What comes twice after
 * a broken connection replaces itself: undelivered by its topic, shown by its tag.
 */
export function sendPush(
  note: PushNote,
  devices: readonly Device[],
  { key, urgent, past }: Sending,
): Promise<PushTry[]> {
  const over = new Set(
    past.filter((it) => ['sent', 'refused'].includes(it.outcome)).map((it) => it.gateway),
  );
  const payload = payloadOf(note, key);
  const topic = createHash('sha256').update(key).digest('base64url').slice(0, 32);
  return Promise.all(
    devices
      .filter((it) => !over.has(it.id))
      .map(async (device) => ({
        gateway: device.id,
        ...(await sendTo(device, payload, { topic, urgent })),
      })),
  );
}

async function sendTo(
  { address }: Device,
  payload: string,
  { topic, urgent }: { topic: string; urgent: boolean },
): Promise<PushAnswer> {
  const endpoint = readEndpoint(address.endpoint);
  // One whose host is no longer named: nothing goes there, today or tomorrow.
  if (!endpoint) return { outcome: 'refused', code: 'endpoint', gone: true, retryAfter: null };
  const askAs = (keys: VapidKeys): Promise<PushAnswer> => {
    const { headers, body } = webPush.generateRequestDetails(address, payload, {
      TTL: staleMs / 1_000,
      urgency: urgent ? 'high' : 'normal',
      topic,
      contentEncoding: 'aes128gcm',
      vapidDetails: { subject: vapidSubject(), ...keys },
    });
    return askService(endpoint, { headers: namedHeaders(headers), body: body as Buffer });
  };
  const [now, before] = vapidKeys();
  const answer = await askAs(now);
  return before && ofAnotherKey.includes(answer.code) ? askAs(before) : answer;
}

/** What services say to whom a device was not subscribed by: 401 or 403 (RFC 8292 §4.2), Apple’s 400. */
const ofAnotherKey = ['400', '401', '403'];

const namedHeaders = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

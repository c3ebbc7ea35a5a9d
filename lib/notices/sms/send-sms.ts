import { type SmsAnswer, type SmsGateway, smsGateways } from './gateway';

export interface SmsTry extends SmsAnswer {
  gateway: SmsGateway['name'];
}

/** What an earlier try through a gateway came to. */
export interface PastTry {
  gateway: string;
  outcome: string;
  at: Date;
}

const staysMs = 60 * 60_000;

/**
 * The gateways to ask, in order. One that perhaps took the message is asked alone for an hour: it knows
 * the key and sends no double, which another could not know. After that a double is the lesser evil.
 */
export function gatewaysToAsk<G extends { name: string }>(
  gateways: readonly G[],
  past: readonly PastTry[],
  at: Date,
): G[] {
  const open = past.findLast((it) => it.outcome === 'unknown');
  const stays = open && at.getTime() - firstOpen(past, open.gateway) < staysMs;
  const bound = stays ? gateways.find((it) => it.name === open.gateway) : undefined;
  if (bound) return [bound];
  return open ? gateways.toSorted((a, b) => order(a, open) - order(b, open)) : [...gateways];
}

/** The one that left it open comes last. */
const order = ({ name }: { name: string }, { gateway }: PastTry): number =>
  name === gateway ? 1 : 0;

const firstOpen = (past: readonly PastTry[], gateway: string): number =>
  past.find((it) => it.gateway === gateway && it.outcome === 'unknown')?.at.getTime() ?? 0;

/** Asks one gateway after the other, until one has taken the message, refused the number, or left it open. */
export async function sendSms(
  { to, text, key }: { to: string; text: string; key: string },
  { past, at }: { past: readonly PastTry[]; at: Date } = { past: [], at: new Date(0) },
): Promise<SmsTry[]> {
  const tries: SmsTry[] = [];
  for (const gateway of gatewaysToAsk(smsGateways(), past, at)) {
    const answer = await gateway.send(to, text, key);
    tries.push({ gateway: gateway.name, ...answer });
    if (answer.outcome !== 'failed') break;
  }
  return tries;
}

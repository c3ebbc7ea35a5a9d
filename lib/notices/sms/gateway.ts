import { settings } from '@/lib/env';
import { askGateway } from './ask-gateway';

/**
 * sent: taken · refused: this number takes no messages and will not tomorrow · failed: not taken, worth
 * another try · unknown: perhaps taken, for nobody said.
 */
export interface SmsAnswer {
  outcome: 'sent' | 'failed' | 'refused' | 'unknown';
  /** What the gateway said, or why nothing was heard; never the number, never the text. */
  code: string;
}

export interface SmsGateway {
  name: 'sms1' | 'sms2';
  /** `key` is the same on every try of one notice: a gateway that honours it sends one message. */
  send(to: string, text: string, key: string): Promise<SmsAnswer>;
}

/** The gateways that were set up, the first one first. */
export function smsGateways(): SmsGateway[] {
  const names = ['sms1', 'sms2'] as const;
  return settings().smsGateways.flatMap(({ url, token }, nth): SmsGateway[] => {
    const name = names[nth];
    if (!url || !name) return [];
    return [{ name, send: (to, text, key) => askGateway({ url, token }, { to, text, key }) }];
  });
}

// ASVS 5.0: 4.1.3, 15.3.4
import { expect, test } from 'vitest';
import { forwarding } from '@/scripts/launcher/forwarding.mjs';

const tellTruth = forwarding(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);

function seen(remoteAddress: string, claimed?: string) {
  const headers: Record<string, string> = { 'x-forwarded-host': 'elsewhere.example' };
  if (claimed !== undefined) headers['x-forwarded-for'] = claimed;
  tellTruth({ headers, socket: { remoteAddress } });
  return [headers['x-forwarded-for'], headers['x-forwarded-host']];
}

test.each([
  ['a stranger without a claim', '9.9.9.9', undefined, '9.9.9.9'],
  ['a stranger who lies', '9.9.9.9', '1.2.3.4', '9.9.9.9'],
  ['a stranger on IPv6', '2001:db8::1', '1.2.3.4', '2001:db8::1'],
  ['IPv4 written as IPv6', '::ffff:9.9.9.9', '1.2.3.4', '9.9.9.9'],
])('%s is known by the socket, and other claims are dropped', (_, socket, claim, address) => {
  expect(seen(socket, claim)).toEqual([address, undefined]);
});

test.each([
  ['the hop before it', '10.1.1.1', '1.2.3.4', '1.2.3.4'],
  ['the last hop that is no proxy', '10.1.1.1', '6.6.6.6, 1.2.3.4, 10.2.2.2', '1.2.3.4'],
  ['itself where the claim is rubbish', '127.0.0.1', 'nowhere', '127.0.0.1'],
  ['itself where there is no claim', '127.0.0.1', undefined, '127.0.0.1'],
  ['the farthest where all are proxies', '127.0.0.1', '10.2.2.2, 10.3.3.3', '10.2.2.2'],
  ['the hop before it on IPv6', 'fd00::1', '2001:db8::7', '2001:db8::7'],
])('a trusted proxy is believed: %s', (_, socket, claim, address) => {
  expect(seen(socket, claim)).toEqual([address, 'elsewhere.example']);
});

test.each([
  ['9.9.9.9', undefined],
  ['10.1.1.1', 'a81b0f3c2d'],
])('the number of a request is taken from a proxy alone: %s', (remoteAddress, kept) => {
  const headers: Record<string, string> = { 'x-request-id': 'a81b0f3c2d' };
  tellTruth({ headers, socket: { remoteAddress } });
  expect(headers['x-request-id']).toBe(kept);
});

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { pageHeaders } from '@/scripts/launcher/page-headers.mjs';

/** As next.config.js puts it on every answer; tests/e2e/dictation.spec.ts reads the real one. */
const standing = 'camera=(), microphone=(), usb=(), geolocation=(self)';

function answered(url: string) {
  const request = Object.assign(new IncomingMessage(new Socket()), { url });
  const response = new ServerResponse(request);
  const ways = pageHeaders(false)(request, response);
  response.setHeader('Permissions-Policy', standing);
  return { ways, policy: () => String(response.getHeader('Permissions-Policy')).split(', ') };
}

test('no page may use the microphone', () => {
  const { policy } = answered('/file');
  expect(policy()).toContain('microphone=()');
});

test('a page that is allowed it may, and nothing else changes', () => {
  const { ways, policy } = answered('/file');
  const before = policy();
  ways.allowMicrophone();
  expect(policy()).toContain('microphone=(self)');
  expect(policy().filter((it) => !before.includes(it))).toEqual(['microphone=(self)']);
  expect(before.filter((it) => !policy().includes(it))).toEqual(['microphone=()']);
});

test('what is no page is allowed nothing', () => {
  const { ways, policy } = answered('/api/health');
  ways.allowMicrophone();
  expect(policy()).toContain('microphone=()');
});

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import {
  keepNothing,
  noDocument,
  pageHeaders,
  standingHeaders,
} from '@/scripts/launcher/page-headers.mjs';

const standing = standingHeaders('https://huiyin.example')['Permissions-Policy'] ?? '';

function answered(url: string) {
  const request = Object.assign(new IncomingMessage(new Socket()), { url });
  const response = new ServerResponse(request);
  const ways = pageHeaders(false)(request, response);
  response.setHeader('Permissions-Policy', standing);
  return {
    ways,
    response,
    policy: () => String(response.getHeader('Permissions-Policy')).split(', '),
  };
}

test('what says nothing of being kept is kept by nobody, and what says so is', () => {
  const said = (write: (response: ServerResponse) => void) => {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    keepNothing(response);
    write(response);
    return response.getHeader('cache-control');
  };
  expect(said((it) => it.writeHead(307, { location: '/' }))).toBe('no-store');
  expect(said((it) => it.end('words'))).toBe('no-store');
  const kept = 'public, max-age=300';
  expect(said((it) => it.setHeader('Cache-Control', kept).end('words'))).toBe(kept);
});

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

test('pages are told where they are and how they are asked, whatever somebody writes under these names', () => {
  const headers = { 'x-path': '/admin', 'x-method': 'GET' };
  const request = Object.assign(new IncomingMessage(new Socket()), {
    ...{ url: '/desk/search?words=1&_rsc=abc', method: 'POST', headers },
  });
  pageHeaders(false)(request, new ServerResponse(request));
  expect(request.headers).toMatchObject({ 'x-path': '/desk/search?words=1', 'x-method': 'POST' });
});

test('a page has its policy when its answer begins; a route that has one of its own keeps it', () => {
  const { response: page } = answered('/file');
  page.writeHead(200);
  expect(page.getHeader('content-security-policy')).toMatch(/^default-src 'self'; .*'nonce-/);
  const { response: picture } = answered('/file/photos/1');
  const own = "default-src 'none'; sandbox";
  picture.setHeader('Content-Security-Policy', own);
  picture.writeHead(200);
  expect(picture.getHeader('content-security-policy')).toBe(own);
  const { response: file } = answered('/_next/static/x.js');
  file.writeHead(200);
  expect(file.hasHeader('content-security-policy')).toBe(false);
});

test('shows pictures of one more origin where a page asks for it, and only until it is sent', () => {
  const policyOf = (url: string, when: 'before' | 'after') => {
    const { ways, response } = answered(url);
    if (when === 'after') response.writeHead(200);
    if (when === 'after') response.flushHeaders();
    ways.allowImages('https://tiles.example');
    if (when === 'before') response.writeHead(200);
    return String(response.getHeader('content-security-policy'));
  };
  const asked = policyOf('/file', 'before');
  expect(asked).toContain(`img-src 'self' data: blob: https://tiles.example;`);
  expect(asked.match(/https:/g)).toHaveLength(1);
  expect(policyOf('/file', 'after')).toContain(`img-src 'self' data: blob:;`);
  expect(policyOf('/api/presence', 'before')).toBe(noDocument);
});

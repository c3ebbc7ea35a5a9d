import { db } from '@/lib/db/client';
import { newId } from '../county';
import type { Calling } from '../matrix/calls';
import type { Answer, Ask } from '../served/ask';

/**
 * Servers that get one thing wrong, made of the right one: whoever looks for it must find it.
 */
const worse =
  (make: (ask: Ask) => Ask) =>
  (calling: Calling): Calling => ({ ...calling, ask: make(calling.ask) });

const without = (answer: Answer, name: string): Answer => {
  const { [name]: _, ...headers } = answer.headers;
  return { ...answer, headers };
};

/** Its policies all have one nonce. */
export const withOneNonce = worse((ask) => async (path, asked) => {
  const answer = await ask(path, asked);
  const policy = String(answer.headers['content-security-policy'] ?? '');
  const [nonce = ''] = /(?<='nonce-)[^']+/.exec(policy) ?? [];
  if (!nonce) return answer;
  const always = 'A'.repeat(22).concat('==');
  const headers = { ...answer.headers, 'content-security-policy': policy.replace(nonce, always) };
  return { ...answer, headers, body: answer.body.replaceAll(nonce, always) };
});

/** It lets scripts run that stand in a page. */
export const withInlineScripts = worse((ask) => async (path, asked) => {
  const answer = await ask(path, asked);
  const policy = String(answer.headers['content-security-policy'] ?? '');
  const loose = policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': loose } };
});

/** It forgets one header. */
export const withoutHeader = (name: string) =>
  worse((ask) => async (path, asked) => without(await ask(path, asked), name));

/** It does not look at where a form comes from. */
export const trusting = (origin: string) =>
  worse((ask) => (path, asked = {}) => {
    const { 'sec-fetch-site': _, ...headers } = asked.headers ?? {};
    return ask(path, { ...asked, headers: { ...headers, origin } });
  });

/** It believes what stands in the headers of the framework. */
export const obedient = worse((ask) => async (path, asked = {}) => {
  const { headers = {} } = asked;
  const told = headers['x-middleware-rewrite'] ?? headers['x-matched-path'];
  const answer = await ask(told?.startsWith('/') ? told : path, asked);
  const host = headers['x-forwarded-host'];
  const { location } = answer.headers;
  if (!host || !location) return answer;
  return { ...answer, headers: { ...answer.headers, location: `http://${host}${location}` } };
});

/** It answers by any name. */
export const byAnyName = worse((ask) => (path, asked = {}) => {
  const { host: _, ...headers } = asked.headers ?? {};
  return ask(path, { ...asked, headers });
});

/** It breaks on markup. */
export const failing = worse((ask) => async (path, asked = {}) => {
  const answer = await ask(path, asked);
  return /%3C|</.test(`${path}${asked.body ?? ''}`) ? { ...answer, status: 500 } : answer;
});

/** It writes down whoever comes, refused or not. */
export const writing = worse((ask) => async (path, asked) => {
  const id = newId();
  await db().savedFilter.create({
    data: { id, personId: (await anybody()).id, place: 'search', name: id, query: 'words=x' },
  });
  return ask(path, asked);
});

const anybody = () => db().person.findFirstOrThrow({ select: { id: true } });

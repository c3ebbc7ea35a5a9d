import { setTimeout as pause } from 'node:timers/promises';
import { linkToken } from '@/lib/auth/link-token';
import { db } from '@/lib/db/client';
import { newId } from '../county';
import type { Calling } from '../matrix/calls';
import type { Answer, Ask } from '../served/ask';
import { emptyCounters } from './timings';

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

/** It takes a case number for enough: whatever digits stand beside it are right. */
export const withoutDigits = (calling: Calling): Calling => {
  const digitsOf = new Map(
    calling.world.cases.map(({ caseNumber, phone }) => [caseNumber, phone.slice(-4)]),
  );
  return worse((ask) => (path, asked = {}) => {
    const body = String(asked.body ?? '');
    const right = digitsOf.get(/_number"\r\n\r\n(\d+)/.exec(body)?.[1] ?? '');
    if (!right) return ask(path, asked);
    return ask(path, { ...asked, body: body.replace(/(_digits"\r\n\r\n)\d+/, `$1${right}`) });
  })(calling);
};

/** It opens a private link without looking at its seal. */
export const withoutSeal = (calling: Calling): Calling => {
  const links = calling.world.cases.flatMap(({ voiceId }) =>
    [0, 1].map((generation) => linkToken(voiceId, generation)),
  );
  return worse((ask) => async (path, asked) => {
    const alike = links.filter((it) => path.startsWith(`/v/${it.slice(0, 22)}`));
    for (const it of alike) {
      const answer = await ask(`/v/${it}`, asked);
      if (answer.headers['set-cookie']) return answer;
    }
    return ask(path, asked);
  })(calling);
};

/** It forgets who has tried what. */
export const forgetful = worse((ask) => async (path, asked) => {
  await emptyCounters();
  return ask(path, asked);
});

/** It shuts its door to everybody after so many forms. */
export const shutting = (after: number) =>
  worse((ask) => {
    let forms = 0;
    return (path, asked = {}) => {
      if (asked.method === 'POST') forms += 1;
      const shut: Answer = { status: 429, headers: {}, body: '' };
      return forms > after && asked.method === 'POST' ? Promise.resolve(shut) : ask(path, asked);
    };
  });

/** What there is takes it a little longer. */
export const telling = (calling: Calling, ms: number): Calling => {
  const known = calling.world.cases.map(({ caseNumber }) => caseNumber);
  return worse((ask) => async (path, asked = {}) => {
    if (known.some((it) => String(asked.body ?? '').includes(it))) await pause(ms);
    return ask(path, asked);
  })(calling);
};

/** It knows no browser again. */
export const withoutDevices = worse((ask) => (path, asked = {}) => {
  const { cookie: _, ...headers } = asked.headers ?? {};
  return ask(path, { ...asked, headers });
});

import { readFileSync } from 'node:fs';
import { fieldsSent, keepBody } from './kept-body.mjs';

const wordsOf = (locale) =>
  JSON.parse(
    readFileSync(new URL(`../../messages/${locale}/faults.json`, import.meta.url), 'utf8'),
  );

const languages = [
  { lang: 'zh-CN', words: wordsOf('zh') },
  { lang: 'en', words: wordsOf('en') },
];

const marks = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text) => text.replace(/[&<>"']/g, (it) => marks[it]);

/**
 * What somebody reads when a page could not be made: without scripts, without the database, in both languages, the
 * reader's first. What happened, that nothing is lost, what to do, and the number the log knows it by.
 *
 * @param {{ id: string, databaseAway: boolean, unreadable: boolean, crowded?: boolean }} store
 * @param {import('node:http').IncomingMessage} request
 * @param {[string, string][] | null} fields what was sent with a form, to be sent again; null where it is not to be kept
 * @returns {string} a whole document
 */
export function faultPage(
  { id, databaseAway, unreadable, crowded = false },
  { method, url = '/', headers },
  fields = null,
) {
  const chosen = /(?:^|;\s*)(?:__Host-)?huiyin_locale=(\w+)/.exec(headers.cookie ?? '')?.[1];
  const english = (chosen ?? headers['accept-language'] ?? '').startsWith('en');
  const order = english ? languages.toReversed() : languages;
  const address = escaped(url);
  const kind = crowded ? 'crowded' : databaseAway ? 'away' : unreadable ? 'unread' : '';
  const said = (words, part) => escaped(words[kind ? `${kind}${part}` : part.toLowerCase()]);
  const again = (words) => {
    if (unreadable) return '';
    if (method !== 'POST') return `<p><a href="${address}">${escaped(words.again)}</a></p>`;
    return `<p>${escaped(fields ? words.kept : words.notKept)}</p>`;
  };
  const inputs = (fields ?? []).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const form = fields
    ? `<form method="post" action="${address}" enctype="multipart/form-data">
${inputs.join('\n')}
<button type="submit">${order.map(({ words }) => escaped(words.sendAgain)).join(' · ')}</button>
</form>`
    : '';
  const parts = order.map(({ lang, words }, nth) => {
    const tag = nth === 0 ? 'h1' : 'h2';
    return `<section lang="${lang}">
<${tag}>${said(words, 'Heading')}</${tag}>
<p>${said(words, 'Body')}</p>
${again(words)}
${nth === 0 ? form : ''}
<p>${escaped(words.reference).replace('{reference}', `<b>${escaped(id)}</b>`)}</p>
<p><a href="/">${escaped(words.home)}</a></p>
</section>`;
  });
  return `<!doctype html>
<html lang="${order[0].lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(order[0].words.title)}</title>
<link rel="stylesheet" href="/fault.css">
</head>
<body><main>
${parts.join('\n')}
</main></body>
</html>
`;
}

/** Headers that speak of the page that is not sent. */
const notOurs = ['content-encoding', 'content-length', 'etag', 'link', 'vary', 'cache-control'];

/** Whether a whole page was asked for by somebody who reads it: no picture, no part of a page, no data. */
const wantsPage = ({ method, url = '', headers }) =>
  ['GET', 'HEAD', 'POST'].includes(method ?? '') &&
  !url.startsWith('/api/') &&
  !headers.rsc &&
  !headers['next-action'] &&
  /text\/html/.test(headers.accept ?? '');

const statusOf = ({ databaseAway, unreadable }) => (databaseAway ? 503 : unreadable ? 400 : 500);

/** Of what is read by scripts: whose fault it was, and whether to come back. */
function onlyStatus(response, store) {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status, ...more) => {
    if (status !== 500) return writeHead(status, ...more);
    if (store.databaseAway) response.setHeader('Retry-After', comeBack);
    return writeHead(statusOf(store), ...more);
  };
}

/** Seconds. */
const comeBack = '30';

/**
 * Puts our page in the place of an answer with status 500: the framework's own needs scripts to show anything. Where
 * the database is away the answer is 503, so that whoever asks by machine comes back; 400 where
 * what was sent could not be read.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ id: string, databaseAway: boolean, unreadable: boolean }} store
 */
export function ownFaultPage(request, response, store) {
  if (!wantsPage(request)) return onlyStatus(response, store);
  const own = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  };
  const body = keepBody(request);
  let replaced = false;

  async function answer() {
    const fields = store.unreadable ? null : await fieldsSent(request, body);
    const page = Buffer.from(faultPage(store, request, fields));
    own.writeHead(statusOf(store), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': page.length,
      'Cache-Control': 'no-store',
      ...(store.databaseAway && { 'Retry-After': comeBack }),
    });
    const sent = response.statusCode;
    // The framework goes on to say 500 of an answer that is on its way.
    Object.defineProperty(response, 'statusCode', { get: () => sent, set: () => {} });
    own.end(request.method === 'HEAD' ? undefined : page);
  }

  response.writeHead = (status, ...more) => {
    if (replaced) return response;
    if (status !== 500) return own.writeHead(status, ...more);
    replaced = true;
    for (const name of notOurs) response.removeHeader(name);
    answer().catch(() => response.destroy());
    return response;
  };
  // What the framework still writes of its own page goes nowhere.
  response.write = (part, ...more) => {
    if (!response.headersSent && !replaced) response.writeHead(response.statusCode);
    return replaced || own.write(part, ...more);
  };
  response.end = (...more) => {
    if (!response.headersSent && response.statusCode === 500) response.writeHead(500);
    return replaced ? response : own.end(...more);
  };
}

/** Seconds; by then whoever was before them has been answered. */
const soon = '2';

/**
 * Answers whoever is turned away because too many come from where they are: 503 and when to come back, in words to
 * people, who find on the page what they sent.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ id: string, databaseAway: boolean, unreadable: boolean }} store
 */
export function turnAway(request, response, store) {
  response.setHeader('Retry-After', soon);
  response.setHeader('Cache-Control', 'no-store');
  const body = wantsPage(request) ? keepBody(request) : null;
  const answer = async () => {
    if (!wantsPage(request)) return response.writeHead(503).end();
    const page = faultPage({ ...store, crowded: true }, request, await fieldsSent(request, body));
    response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  };
  request.once('end', () => answer().catch(() => response.destroy()));
  request.resume();
}

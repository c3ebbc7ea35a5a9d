import { isFile } from './routes.mjs';

/**
 * Headers by which the framework and those who run it elsewhere talk to themselves: where a request was led, what was
 * made ahead, how a page goes on that was begun. Nobody outside has anything to say in them. Those its own pages
 * send (`rsc`, `next-action`, `next-url`, `next-router-…`) stay.
 */
const within =
  /^(x-(middleware|nextjs|next|now|vercel|invoke|invocation|prerender|matched|action|edge|original|rewrite|deployment)-.+|next-(resume|hmr|test|html|instant)(-.+)?)$/;

/** The same in cookies: what shows drafts and unfinished pages to whoever makes the site. */
const cookieWithin = /(^|;)\s*(__prerender_bypass|__next_[\w-]*|next-instant-[\w-]*)=[^;]*/g;

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The name in a Host header, without its port; null where it is none. */
function nameIn(host) {
  if (typeof host !== 'string' || /[/?#@\\\s,]/.test(host)) return null;
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

/**
 * By which names this site is reached: that of its public address, and on the machine itself. Without a public
 * address a server that listens to a whole network is found by names nobody told it: then null, any.
 *
 * @param {string} publicUrl
 * @param {string} listens HOST
 */
function namesOf(publicUrl, listens) {
  const name = new URL(publicUrl).hostname;
  const here = listens === 'localhost' || /^(127\.|::1$)/.test(listens);
  if (loopback.test(name) && !here) return null;
  return (asked) => asked === name || loopback.test(asked);
}

/** Asked by machines, at whatever name they know. */
const ofMachines = /^\/api\/(health|ready|metrics)$/;
/** Ends letters by the token in its address alone; mail programs send it from wherever they are (RFC 8058). */
const stopsLetters = /^\/stop\/[^/]+$/;
const reads = /^(GET|HEAD|OPTIONS)$/;

/**
 * Stands before the framework: takes away what a stranger wrote in its own headers, refuses a name that is not ours
 * (421), whatever wants more of a file than to read it (405: the framework looks for a page that says so, has none, and
 * fails), what nobody here understands (405), and whatever a page that is not ours sends (403). A browser says where a form comes from and lets no script
 * forge it; whoever says nothing is no browser's page and has no cookies of ours.
 *
 * @param {{ publicUrl: string, listens: string, development: boolean }} site
 * @returns {(request: import('node:http').IncomingMessage) => null | { status: number, words: string, headers?: Record<string, string> }} what to refuse
 */
export function gate({ publicUrl, listens, development }) {
  const isOurs = namesOf(publicUrl, listens);
  const elsewhere = `这不是本站的网址，请打开 ${publicUrl}\nThis is not the address of this site. Please open ${publicUrl}\n`;
  const notOurs = `这份表单不是从本站的页面发来的，没有收下。请打开 ${publicUrl} 再填一次。
This form was not sent from a page of this site and was not taken. Please open ${publicUrl} and fill it in there.\n`;

  return ({ headers, method = 'GET', url = '/' }) => {
    if (!development) {
      for (const name of Object.keys(headers)) if (within.test(name)) delete headers[name];
      if (headers.cookie)
        headers.cookie = headers.cookie.replace(cookieWithin, '').replace(/^;\s*/, '');
    }
    const path = url.split('?', 1)[0];
    const asked = headers['x-forwarded-host'] ?? headers.host;
    const name = nameIn(asked);
    if (!name || (isOurs && !isOurs(name) && !ofMachines.test(path))) {
      return { status: 421, words: elsewhere };
    }
    if (!development && isFile(path) && !/^(GET|HEAD)$/.test(method)) return onlyRead;
    if (!reads.test(method) && method !== 'POST') return noSuchMethod;
    if (reads.test(method) || stopsLetters.test(path)) return null;
    return isFrom(headers, asked) ? null : { status: 403, words: notOurs };
  };
}

/** The framework would draw the page (TRACE among them), as if it had been asked for. */
const noSuchMethod = {
  status: 405,
  words: '这个地址不能这样用。\nThis address cannot be used in this way.\n',
  headers: { Allow: 'GET, HEAD, POST' },
};

const onlyRead = {
  status: 405,
  words: '这里只能读取。\nThis can be read and nothing else.\n',
  headers: { Allow: 'GET, HEAD' },
};

function isFrom({ origin, 'sec-fetch-site': site }, asked) {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === hostOf(origin, asked);
}

/** As the address of a page would say it: without the port that goes without saying. */
const hostOf = (origin, asked) => new URL(`${new URL(origin).protocol}//${asked}`).host;

import type { Answer } from '../served/ask';

/** What every answer must carry, by its name in lower case. */
const standing: Readonly<Record<string, RegExp>> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'x-frame-options': /^DENY$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /(^|, )microphone=\(/,
};

/** Files of the build are the same for everybody; a script's own policy would hold for workers alone. */
const ofTheBuild = /^\/(_next\/static\/|icon\.svg$|favicon\.ico$)/;

/** The same for everybody and of nobody, so that whoever carries it may keep it. */
const mayBeKept =
  /^\/(_next\/static\/|icon\.svg|favicon\.ico|sw\.js|fault\.css|outlines|mark|manifest\.webmanifest|open\/cases\/atom)/;

export interface Site {
  /** Reached by https, as its answers should show. */
  https: boolean;
  /** Nonces seen so far: none may come twice. */
  nonces: Set<string>;
}

/** What an answer lacks of what must be on it, or has that may not be. */
export function lackingIn(path: string, answer: Answer, site: Site): string[] {
  const { headers } = answer;
  const wrong = Object.entries(standing).flatMap(([name, shape]) =>
    shape.test(String(headers[name] ?? '')) ? [] : [`${name}: ${headers[name]}`],
  );
  const strict = String(headers['strict-transport-security'] ?? '');
  const seconds = Number(/max-age=(\d+)/.exec(strict)?.[1] ?? 0);
  if (site.https && !(seconds >= 31_536_000 && strict.includes('includeSubDomains'))) {
    wrong.push(`strict-transport-security: ${strict || 'none'}`);
  }
  if (!site.https && strict) wrong.push('strict-transport-security without https');
  const readers = headers['access-control-allow-origin'];
  if (readers) wrong.push(`may be read by ${readers}`);
  if (headers['x-powered-by']) wrong.push(`says what it is made of: ${headers['x-powered-by']}`);
  const keeping = String(headers['cache-control'] ?? '');
  if (!mayBeKept.test(path) && !/\bno-store\b/.test(keeping)) {
    wrong.push(`may be kept: ${keeping || 'nothing is said of it'}`);
  }
  return [
    ...wrong,
    ...kindIn(answer),
    ...cookiesIn(answer, site),
    ...(ofTheBuild.test(path) ? [] : policyIn(answer, site)),
  ];
}

/** Of what kind what is answered is, and of texts in which characters; the router's data is read by its scripts alone. */
function kindIn({ headers, body }: Answer): string[] {
  if (body === '') return [];
  const kind = headers['content-type'] ?? '';
  const told = /^text\/(?!x-component)/.test(kind) ? /; ?charset=utf-8/i.test(kind) : kind !== '';
  return told ? [] : [`of the kind ${kind || 'nothing is said of'}`];
}

function cookiesIn({ headers }: Answer, { https }: Site): string[] {
  return (headers['set-cookie'] ?? []).flatMap((line) => {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const name = pair.split('=', 1)[0] ?? '';
    const has = (one: RegExp) => attributes.some((it) => one.test(it));
    const whole = has(/^path=\/$/i);
    const prefix = whole ? '__Host-' : '__Secure-';
    return [
      ...(has(/^httponly$/i) ? [] : [`cookie ${name} is open to scripts`]),
      ...(has(/^samesite=(lax|strict)$/i) ? [] : [`cookie ${name} goes along from elsewhere`]),
      ...(has(/^domain=/i) ? [`cookie ${name} is for a whole domain`] : []),
      ...(https && !has(/^secure$/i) ? [`cookie ${name} goes without https`] : []),
      ...(https && !name.startsWith(prefix) ? [`cookie ${name} has no ${prefix}`] : []),
    ];
  });
}

type Policy = Map<string, string[]>;

function policyOf(text: string): Policy {
  const parts = text.split(';').map((it) => it.trim().split(/\s+/));
  return new Map(parts.map(([name = '', ...values]) => [name, values]));
}

function policyIn(answer: Answer, site: Site): string[] {
  const text = String(answer.headers['content-security-policy'] ?? '');
  if (!text) return ['no content policy'];
  const policy = policyOf(text);
  const wrong: string[] = [];
  if (policy.get('frame-ancestors')?.join() !== `'none'`) wrong.push('may be framed');
  if (policy.get('default-src')?.join() === `'none'`) return wrong;
  if (policy.get('object-src')?.join() !== `'none'`) wrong.push('plug-ins are not refused');
  if (!/^'(none|self)'$/.test(policy.get('base-uri')?.join() ?? '')) wrong.push('any base');
  if (policy.get('form-action')?.join() !== `'self'`) wrong.push('forms lead anywhere');
  const scripts = policy.get('script-src') ?? [];
  const loose = scripts.filter((it) => /unsafe|^https?:|^\*|^data:/.test(it));
  if (loose.length > 0) wrong.push(`scripts by ${loose.join(' ')}`);
  const nonce = /^'nonce-([A-Za-z0-9+/]{22}==)'$/.exec(
    scripts.find((it) => /nonce/.test(it)) ?? '',
  );
  if (!nonce?.[1]) return [...wrong, 'no nonce of 128 bits'];
  if (site.nonces.has(nonce[1])) wrong.push('a nonce that was there before');
  site.nonces.add(nonce[1]);
  return [...wrong, ...scriptsWithout(nonce[1], answer)];
}

/** Scripts of a document that its policy would not run, and what would run without a script. */
function scriptsWithout(nonce: string, { headers, body }: Answer): string[] {
  if (!/^text\/html/.test(headers['content-type'] ?? '')) return [];
  const tags = [...body.matchAll(/<script\b([^>]*)>/g)].map(([, inner = '']) => inner);
  const bare = tags.filter(
    (it) => !it.includes(`nonce="${nonce}"`) && !/type="application\/(ld\+)?json"/.test(it),
  );
  const handlers = /<[a-z][^<>]*\son[a-z]+="/.exec(body);
  return [
    ...(bare.length > 0 ? [`${bare.length} scripts without the nonce`] : []),
    ...(handlers ? [`a handler within a tag: ${handlers[0].slice(0, 80)}`] : []),
  ];
}

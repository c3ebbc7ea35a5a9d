import { randomBytes } from 'node:crypto';

/** What is no page: route handlers answer for themselves, files are the same for everybody. */
const noPage = /^\/(api\/|_next\/static\/|icon\.svg$|favicon\.ico$)/;

const policyName = 'content-security-policy';

/** The policy of what is no document: for machines, or a few words. */
export const noDocument = `default-src 'none'; frame-ancestors 'none'`;

/** What nothing of ours needs. Asking where somebody is: only where they press for it, when filing. */
const permissions = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .concat('geolocation=(self)')
  .join(', ');

/**
 * Headers that hold for every answer, refusals and files as well. Where the public address is https, browsers are told
 * to come by it alone for two years, at names below it too.
 *
 * @param {string} publicUrl
 * @returns {Record<string, string>}
 */
export function standingHeaders(publicUrl) {
  return {
    'X-Content-Type-Options': 'nosniff',
    // Not no-referrer: browsers then send `Origin: null` and forms without JavaScript are refused.
    'Referrer-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'X-DNS-Prefetch-Control': 'off',
    'Permissions-Policy': permissions,
    ...(publicUrl.startsWith('https:') && {
      'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    }),
  };
}

/**
 * What says nothing of being kept is kept by nobody: redirects and refusals of route handlers, data of the router (ASVS 5.0,
 * 14.3.2). At the last moment, since the framework goes by what stands there already.
 *
 * @param {import('node:http').ServerResponse} response
 */
export function keepNothing(response) {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (...given) => {
    if (!response.hasHeader('cache-control')) response.setHeader('Cache-Control', 'no-store');
    return writeHead(...given);
  };
}

/**
 * The content security policy of one page. Scripts run by nonce alone; styles come from our own files, so
 * style attributes are refused.
 *
 * @param {string} nonce fresh for every answer
 * @param {boolean} development lets React's debugging evaluate code and the bundler inject styles
 * @param {string} [images] one more origin whose pictures may be shown: where map tiles come from
 * @returns {string}
 */
export function contentPolicy(nonce, development, images) {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:${images ? ` ${images}` : ''}`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** A fresh, unguessable value for one answer: 128 bits in base64. */
export const freshNonce = () => randomBytes(16).toString('base64');

/**
 * Puts a policy on an answer that has none of its own when it begins. Put there before, it would win: the framework
 * leaves out what a route says under a name that is taken, and a picture or a PDF says something stricter.
 *
 * @param {import('node:http').ServerResponse} response
 * @param {string} policy
 */
function otherwise(response, policy) {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (...given) => {
    if (!response.hasHeader(policyName)) response.setHeader('Content-Security-Policy', policy);
    return writeHead(...given);
  };
}

/**
 * Gives each page its policy and tells it where it is. What a stranger wrote under these names is overwritten.
 * Decides nothing about who may see what: that is the data layer's. Stands in front of the framework, whose
 * own place for this, a proxy, costs every page a third again.
 *
 * @param {boolean} development
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse)
 *   => { allowImages(origin: string): void, allowMicrophone(): void }} ways to let this page show pictures of one
 *   more origin, and use the microphone, while it is being made
 */
export function pageHeaders(development) {
  return (request, response) => {
    const { headers, url = '/' } = request;
    delete headers[policyName];
    delete headers[`${policyName}-report-only`];
    // Server components cannot ask where they are; signing in leads back there.
    headers['x-path'] = url.replace(/[?&]_rsc=[^&]*$/, '');
    // Nor whether they are asked because something was sent.
    headers['x-method'] = request.method ?? 'GET';
    if (noPage.test(url)) {
      if (url.startsWith('/api/')) otherwise(response, noDocument);
      return { allowImages() {}, allowMicrophone() {} };
    }
    const nonce = freshNonce();
    const policy = contentPolicy(nonce, development);
    // The framework reads the nonce out of the request's policy and puts it on its own scripts.
    headers[policyName] = policy;
    otherwise(response, policy);
    return {
      allowImages(origin) {
        if (response.headersSent) return;
        response.setHeader('Content-Security-Policy', contentPolicy(nonce, development, origin));
      },
      allowMicrophone() {
        // Refused on every answer before the page is made: `standingHeaders`.
        const standing = response.getHeader('Permissions-Policy');
        if (response.headersSent || typeof standing !== 'string') return;
        response.setHeader(
          'Permissions-Policy',
          standing.replace('microphone=()', 'microphone=(self)'),
        );
      },
    };
  };
}

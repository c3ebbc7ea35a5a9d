import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  text: string;
  /** Where it leads, as a path; empty where it leads nowhere. */
  location: string;
  /** From asking to the last byte. */
  ms: number;
}

/** Somebody at a browser without scripts: an address of their own, and the cookies they were given. */
export interface Browser {
  get(path: string): Promise<Answer>;
  /** Sends a form the way a browser does. */
  post(path: string, fields: readonly (readonly [string, string])[]): Promise<Answer>;
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
const boundary = '----HuiyinMeasures';
let visitors = 0;

/** Each visitor is another one: limits for one address hold, and meet nobody who did not earn them. */
function nextAddress(): string {
  visitors += 1;
  return `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
}

/** @param cookies what they bring along, `name=value` each. */
export function openBrowser(url: string, cookies: readonly string[] = []): Browser {
  const address = nextAddress();
  const jar = new Map(cookies.map(pairOf));
  const send = (method: string, path: string, body?: Buffer): Promise<Answer> => {
    const begun = performance.now();
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'x-forwarded-for': address,
      'accept-language': 'zh-CN',
      ...(cookie ? { cookie } : {}),
      ...(body
        ? {
            'content-type': `multipart/form-data; boundary=${boundary}`,
            'content-length': body.length,
            origin: url,
          }
        : {}),
    };
    return new Promise((resolve, reject) => {
      const asked = request(`${url}${path}`, { agent, method, headers }, (response) => {
        const parts: Buffer[] = [];
        for (const it of response.headers['set-cookie'] ?? []) jar.set(...pairOf(it));
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            location: (response.headers.location ?? '').replace(url, ''),
            ms: performance.now() - begun,
          }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });
  };
  return {
    get: (path) => send('GET', path),
    post: (path, fields) => send('POST', path, multipart(fields)),
  };
}

/** What a cookie's own line says besides its name and value is of no matter here. */
function pairOf(line: string): [string, string] {
  const pair = line.split(';', 1)[0] ?? '';
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function multipart(fields: readonly (readonly [string, string])[]): Buffer {
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.from(`${parts.join('')}--${boundary}--\r\n`);
}

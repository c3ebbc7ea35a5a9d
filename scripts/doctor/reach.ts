import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createTransport } from 'nodemailer';
import { descriptionOf } from '@/lib/auth/sso-claims';
import type { Settings } from '@/lib/env';
import { bucketStore } from '@/lib/photos/bucket';
import type { Deployment } from './deployment';

/** Milliseconds each has for an answer. */
const patience = 5_000;

/** Asks each gateway that is set whether it is there. Nothing is sent to anybody. */
export async function reachAll(settings: Settings): Promise<Deployment['reached']> {
  const { smtpUrl, smsGateways, photoBucket, singleSignOn } = settings;
  const asked: [string, () => Promise<unknown>][] = [];
  if (smtpUrl) asked.push(['HUIYIN_SMTP_URL', () => greets(smtpUrl)]);
  for (const [nth, { url }] of smsGateways.entries()) {
    if (url) asked.push([nth === 0 ? 'HUIYIN_SMS_URL' : 'HUIYIN_SMS_URL_2', () => opens(url)]);
  }
  if (photoBucket) {
    asked.push(['HUIYIN_S3_URL', () => bucketStore(photoBucket, patience).read('owner')]);
  }
  if (singleSignOn) {
    asked.push(['HUIYIN_OIDC_ISSUER', () => describesItself(singleSignOn.issuer)]);
  }
  return Promise.all(
    asked.map(async ([name, ask]) => ({
      name,
      trouble: await ask().then(() => null, reasonOf),
    })),
  );
}

/** Greets, begins TLS where it is offered, and signs in: all but a letter. */
async function greets(url: string): Promise<void> {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

/** Its description must be there and name it as the settings do; else nobody is let in by it. */
async function describesItself(issuer: string): Promise<void> {
  const answer = await fetch(descriptionOf(issuer), { signal: AbortSignal.timeout(patience) });
  const { status } = answer;
  if (status !== 200) throw Object.assign(new Error('no description'), { status });
  const { issuer: said } = (await answer.json()) as { issuer?: unknown };
  if (said !== issuer) throw new Error(`it calls itself ${said}`);
}

/** A gateway has no question that costs nothing: that it can be connected to, with its certificate, must do. */
function opens(address: string): Promise<void> {
  const { protocol, hostname, port } = new URL(address);
  const secure = protocol === 'https:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const at = { host, port: Number(port) || (secure ? 443 : 80) };
  return new Promise((resolve, reject) => {
    const done = () => {
      socket.destroy();
      resolve();
    };
    const socket = secure ? connectTls({ ...at, servername: host }, done) : connectPlain(at, done);
    socket.setTimeout(patience, () => socket.destroy(new Error('it does not answer')));
    socket.on('error', reject);
  });
}

/** What the system or the other side calls it; the address and its password are not repeated. */
function reasonOf(error: unknown): string {
  const {
    code,
    status,
    message = '',
  } = error as { code?: string; status?: number; message?: string };
  if (/ECONNREFUSED/.test(`${code} ${message}`)) return 'nothing listens there.';
  if (code === 'EAUTH') return 'it refuses the name or the password.';
  if (code === 'ENOTFOUND') return 'there is no host of that name.';
  if (status) return `it answers ${status}.`;
  return `it cannot be reached (${code ?? message.slice(0, 80)}).`;
}

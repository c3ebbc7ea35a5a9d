import { appendFileSync, rmSync } from 'node:fs';
import { findBrowser } from '@/tests/support/browser';
import { startChild } from '../launcher/child';
import { atEnd } from '../launcher/ending';
import { passingData } from '../launcher/passing-data';
import { freePort } from '../launcher/port';

const PATIENCE_MS = 30_000;

/** The operator's settings must not reach the server under test; an empty one counts as absent. */
export const NONE = Object.fromEntries(
  [
    ...['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_REPLICA_URL', 'HUIYIN_REPLICA_LAG'],
    ...['HUIYIN_SECRET', 'HUIYIN_PUBLIC_URL'],
    ...['HUIYIN_TIME_ZONE', 'HUIYIN_MESSAGES', 'HUIYIN_TRUSTED_PROXIES', 'LOG_LEVEL'],
    ...['HUIYIN_SMTP_URL', 'HUIYIN_MAIL_FROM', 'HUIYIN_SMS_URL', 'HUIYIN_SMS_URL_2'],
    ...['HUIYIN_PUSH_SERVICES', 'HUIYIN_METRICS_TOKEN', 'HUIYIN_BACKUP_DAYS'],
    ...['HUIYIN_OIDC_ISSUER', 'HUIYIN_OIDC_CLIENT_ID', 'HUIYIN_OIDC_CLIENT_SECRET'],
    ...['HUIYIN_OIDC_NAME', 'HUIYIN_OIDC_NAME_EN', 'HUIYIN_OIDC_SECOND_FACTOR'],
  ].map((name) => [name, '']),
);

/**
 * Starts Huiyin as an operator would, in production with the demo, on a port and a data directory
 * of its own, and removes every trace of it afterwards.
 *
 * @param work gets the environment in which the browser tests find the server and a browser.
 */
export async function withTestServer<T>(
  work: (environment: Record<string, string>) => Promise<T>,
): Promise<T> {
  const browser = await findBrowser();
  const data = passingData();
  const port = await freePort();
  // Nobody listens there but the story that reads letters: to all others the mail server is down.
  const mailPort = await freePort();
  // Likewise, and the only push service that may be told of.
  const pushPort = await freePort();
  const forget = atEnd(data.remove);
  const log = `${data.path}.log`;
  const server = startChild(
    ['scripts/start.mjs'],
    {
      ...NONE,
      HOST: '127.0.0.1',
      PORT: String(port),
      HUIYIN_DATA: data.path,
      HUIYIN_DEMO: '1',
      HUIYIN_SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      HUIYIN_MAIL_FROM: 'huiyin@example.gov.cn',
      // Stories of notices are told at any hour.
      HUIYIN_QUIET_HOURS: 'none',
      HUIYIN_PUSH_SERVICES: `127.0.0.1:${pushPort}`,
    },
    PATIENCE_MS,
    (part) => appendFileSync(log, part),
  );
  try {
    await server.ready;
    return await work({
      HUIYIN_TEST_URL: `http://127.0.0.1:${port}`,
      HUIYIN_TEST_DATA: data.path,
      HUIYIN_TEST_LOG: log,
      HUIYIN_TEST_MAIL_PORT: String(mailPort),
      HUIYIN_TEST_PUSH_PORT: String(pushPort),
      HUIYIN_TEST_BROWSER: JSON.stringify(browser),
    });
  } finally {
    await server.stop();
    forget();
    await data.remove();
    rmSync(log, { force: true });
  }
}

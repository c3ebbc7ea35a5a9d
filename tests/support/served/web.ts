import { startChild } from '@/scripts/launcher/child';
import { freePort } from '@/scripts/launcher/port';
import { actionsKey } from '@/scripts/launcher/secret';

export interface Web {
  port: number;
  /** What it has written. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * The web process of an operator, in production, on the database and the data directory this test file's
 * environment names. No worker beside it: whatever changes in the database, a request has changed.
 */
export async function startWeb(more: Record<string, string> = {}): Promise<Web> {
  const port = await freePort();
  const parts: Buffer[] = [];
  const child = startChild(
    ['scripts/web.mjs'],
    {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: '',
      HUIYIN_DEMO: '0',
      HUIYIN_PUBLIC_URL: `http://127.0.0.1:${port}`,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey(process.env.HUIYIN_SECRET ?? ''),
      NEXT_TELEMETRY_DISABLED: '1',
      ...more,
    },
    undefined,
    (part) => parts.push(part),
  );
  await child.ready;
  return { port, log: () => Buffer.concat(parts).toString(), stop: child.stop };
}

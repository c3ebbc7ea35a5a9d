import type { Settings } from '@/lib/env';
import { OLDEST_MAJOR } from '../launcher/postgres-binaries';

/** What is there, beside what runs: the settings, and what the machine says of itself. */
export interface Deployment {
  settings: Settings;
  /** The secret in use; null where none was made yet. */
  secret: string | null;
  node: string;
  /** Permissions of files that hold keys and of the data directory (POSIX mode); null where there is none. */
  modes: { path: string; mode: number | null; kind: 'private' | 'folder' }[];
  /** `server_version_num`; null where the database does not answer. */
  postgres: number | null;
  /** The time zone administration chose; null where the database does not answer. */
  zone: string | null;
  /** What others were asked for, and what came of it; null: it answers. */
  reached: { name: string; trouble: string | null }[];
}

export interface Trouble {
  state: 'warn' | 'bad';
  what: string;
  next: string;
}

type Look = (it: Deployment) => Trouble[];

const bad = (what: string, next: string): Trouble => ({ state: 'bad', what, next });
const warn = (what: string, next: string): Trouble => ({ state: 'warn', what, next });
const when = (so: boolean, trouble: Trouble): Trouble[] => (so ? [trouble] : []);

/** The oldest Node.js the project runs on: `engines` in package.json. */
export const oldestNode: readonly [number, number] = [20, 19];

const isLocal = (host: string): boolean => /^(localhost|127\.|\[?::1\]?$)/.test(host);

/** What is looked at in a deployment, beside the table of lib/health/checks.ts; a row each. */
export const looks: Readonly<Record<string, Look>> = {
  'Node.js': ({ node }) => {
    const [major = 0, minor = 0] = node.replace(/^v/, '').split('.').map(Number);
    const [wantedMajor, wantedMinor] = oldestNode;
    const old = major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
    return when(old, bad(`Node.js is ${node}.`, `Install ${oldestNode.join('.')} or newer.`));
  },
  PostgreSQL: ({ postgres }) =>
    when(
      postgres !== null && postgres < OLDEST_MAJOR * 10_000,
      bad(
        `PostgreSQL is ${Math.floor((postgres ?? 0) / 10_000)}.`,
        `Upgrade it to ${OLDEST_MAJOR} or newer.`,
      ),
    ),
  'Public address': ({ settings: { publicUrl, host } }) => {
    const { protocol, hostname } = new URL(publicUrl);
    if (protocol === 'https:') return [];
    const open = !isLocal(hostname) || !isLocal(host);
    return when(
      open,
      bad(
        `People reach Huiyin at ${publicUrl}, which is not https: passwords and what residents write can be read on the way.`,
        'Put a proxy with TLS before it and set HUIYIN_PUBLIC_URL to its https address.',
      ),
    );
  },
  Proxy: ({ settings: { publicUrl, trustedProxies } }) =>
    when(
      publicUrl.startsWith('https:') && trustedProxies.length === 0,
      warn(
        'No proxy is trusted, so all visitors seem to come from one address and share one limit on wrong passwords.',
        'Set HUIYIN_TRUSTED_PROXIES to the address of the proxy.',
      ),
    ),
  Secret: ({ secret }) => {
    if (secret === null) {
      return [
        warn('There is no secret yet.', 'npm start makes one; keep a copy apart from the data.'),
      ];
    }
    return when(
      new Set(secret).size < 12 || /^(.{1,16})\1+$/.test(secret),
      bad(
        'HUIYIN_SECRET can be guessed.',
        'Change it for one made by: openssl rand -base64 32. docs/operations.md, “Changing the secret”, says how nothing is lost.',
      ),
    );
  },
  'Metrics token': ({ settings: { metricsToken } }) =>
    when(
      metricsToken !== undefined && new Set(metricsToken).size < 8,
      warn('HUIYIN_METRICS_TOKEN can be guessed.', 'Set one made by: openssl rand -base64 24.'),
    ),
  'File permissions': ({ modes }) =>
    modes.flatMap(({ path, mode, kind }) => {
      if (mode === null) return [];
      if (kind === 'private') {
        return when(
          (mode & 0o077) !== 0,
          bad(`Others on this machine can read ${path}.`, `chmod 600 ${path}`),
        );
      }
      return when(
        (mode & 0o022) !== 0,
        bad(`Others on this machine can write in ${path}.`, `chmod 711 ${path}`),
      );
    }),
  Demo: ({ settings: { demo, host } }) =>
    when(
      demo && !isLocal(host),
      bad(
        'The demo, whose passwords everybody knows, is open to the network.',
        'Set HUIYIN_DEMO=0 with an empty data directory, or HOST=127.0.0.1.',
      ),
    ),
  'Time zone': ({ settings: { timeZone }, zone }) =>
    when(
      zone !== null && zone !== timeZone,
      warn(
        `HUIYIN_TIME_ZONE is ${timeZone}, but administration has chosen ${zone}.`,
        'Make them the same: limits are counted in the one, pages speak the other.',
      ),
    ),
  'Within reach': ({ reached }) =>
    reached.flatMap(({ name, trouble }) =>
      trouble === null
        ? []
        : [bad(`${name}: ${trouble}`, 'See the address, the firewall, and whoever runs it.')],
    ),
};

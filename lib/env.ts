import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

const ON = ['1', 'true', 'yes', 'on'];
const OFF = ['0', 'false', 'no', 'off'];
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Says which setting is wrong and what it should be, in one sentence that repeats no secret. */
export class WrongSetting extends Error {}

const switched = z
  .string()
  .toLowerCase()
  .refine((word) => [...ON, ...OFF].includes(word), 'must be 1 or 0')
  .transform((word) => ON.includes(word));

const postgresUrl = z
  .string()
  .refine(isPostgresUrl, 'must look like postgresql://user:password@host:5432/database');

const gatewayUrl = z
  .string()
  .refine(isGatewayUrl, 'must be an https address; http only to this very machine');

const schema = z.object({
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be an address or a host name, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .refine(isPort, 'must be a whole number from 1 to 65535')
    .transform(Number)
    .default(3000),
  HUIYIN_WEB_PROCESSES: z
    .string()
    .regex(/^([1-9]|[1-5]\d|6[0-4])$/, 'must be a whole number from 1 to 64')
    .transform(Number)
    .optional(),
  HUIYIN_WEB_MEMORY: z
    .string()
    .regex(/^\d{3,5}$/, 'must be a whole number of MB, 256 or more')
    .transform(Number)
    .refine((megabytes) => megabytes >= 256, 'must be a whole number of MB, 256 or more')
    .default(512),
  HUIYIN_CROWD: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number, or 0 to turn nobody away')
    .transform(Number)
    .default(32),
  HUIYIN_DATA: z.string().default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URL: postgresUrl.optional(),
  HUIYIN_REPLICA_LAG: z
    .string()
    .regex(/^([1-9]|[1-9]\d|[1-5]\d\d|600)$/, 'must be a whole number of seconds from 1 to 600')
    .transform(Number)
    .default(30),
  HUIYIN_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  HUIYIN_SECRET_BEFORE: z.string().min(32, 'must have at least 32 characters').optional(),
  HUIYIN_SEAL_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  HUIYIN_SEAL_KEY_BEFORE: z.string().min(32, 'must have at least 32 characters').optional(),
  HUIYIN_CONTACT_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  HUIYIN_CONTACT_KEY_BEFORE: z.string().min(32, 'must have at least 32 characters').optional(),
  HUIYIN_DEMO: switched.optional(),
  HUIYIN_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be the name of a time zone, such as Asia/Shanghai')
    .default('Asia/Shanghai'),
  HUIYIN_MESSAGES: z
    .string()
    .transform((path) => resolve(path))
    .optional(),
  HUIYIN_PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be an address without a path, such as https://huiyin.example.gov.cn')
    .transform((url) => new URL(url).origin)
    .optional(),
  HUIYIN_TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((address) => address.trim()))
    .refine((list) => list.every(isNetwork), 'must be addresses or networks, parted by commas')
    .default([]),
  HUIYIN_SMTP_URL: z
    .string()
    .refine(isSmtpUrl, 'must look like smtp://user:password@mail.example:587')
    .optional(),
  HUIYIN_MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/, 'must be an e-mail address')
    .optional(),
  HUIYIN_SMS_URL: gatewayUrl.optional(),
  HUIYIN_SMS_TOKEN: z.string().optional(),
  HUIYIN_SMS_URL_2: gatewayUrl.optional(),
  HUIYIN_SMS_TOKEN_2: z.string().optional(),
  HUIYIN_PUSH_SERVICES: z
    .string()
    .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
    .refine(
      (list) => list.every((host) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(host)),
      'must be host names, parted by commas',
    )
    .default([]),
  HUIYIN_S3_URL: gatewayUrl
    .refine(
      (url) => /^https?:\/\/[^/?#]+\/[a-z\d][\w.-]+$/.test(url),
      'must be an address that ends in the bucket, such as https://store.example.gov.cn/huiyin',
    )
    .optional(),
  HUIYIN_S3_KEY_ID: z.string().optional(),
  HUIYIN_S3_SECRET: z.string().optional(),
  HUIYIN_S3_REGION: z.string().default('us-east-1'),
  HUIYIN_QUIET_HOURS: z
    .string()
    .regex(
      /^(none|([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)$/,
      'must be two times of day, such as 21:00-08:00, or none',
    )
    .default('21:00-08:00'),
  HUIYIN_BACKUP_DAYS: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number of days; 0: nobody is told')
    .transform(Number)
    .default(2),
  HUIYIN_ARCHIVE_YEARS: z
    .string()
    .regex(/^([0-9]|[1-4][0-9]|50)$/, 'must be a whole number of years from 1 to 50; 0: never')
    .transform(Number)
    .default(0),
  HUIYIN_OIDC_ISSUER: gatewayUrl.optional(),
  HUIYIN_OIDC_CLIENT_ID: z.string().optional(),
  HUIYIN_OIDC_CLIENT_SECRET: z.string().optional(),
  HUIYIN_OIDC_NAME: z.string().trim().max(40, 'must have at most 40 characters').optional(),
  HUIYIN_OIDC_NAME_EN: z.string().trim().max(60, 'must have at most 60 characters').optional(),
  HUIYIN_OIDC_SECOND_FACTOR: z
    .string()
    .transform((list) => list.split(',').map((value) => value.trim()))
    .refine(
      (list) => list.every((value) => /^[\x21-\x7e]+$/.test(value)),
      'must be values of acr or amr, parted by commas',
    )
    .default([]),
  HUIYIN_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).default('info'),
});

/** One a core; more are for whoever has measured that they help. */
const mostByThemselves = 8;

/** What the operator may set; `.env.example` explains each. */
export type Settings = ReturnType<typeof readSettings>;

/**
 * Reads the settings from environment variables; an empty variable counts as absent.
 *
 * @throws WrongSetting naming the first setting that cannot be used.
 */
export function readSettings(source: Record<string, string | undefined>) {
  const given = Object.entries(source).filter(([, value]) => value?.trim());
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new WrongSetting(sentenceFor(parsed.error));
  const found = parsed.data;
  return {
    host: found.HOST,
    port: found.PORT,
    webProcesses: found.HUIYIN_WEB_PROCESSES ?? Math.min(mostByThemselves, availableParallelism()),
    /** MB of heap a web process may take before it is started anew. */
    webMemory: found.HUIYIN_WEB_MEMORY,
    /** So many requests under way in one web process are a crowd; 0: never. */
    crowd: found.HUIYIN_CROWD,
    dataDirectory: resolve(found.HUIYIN_DATA),
    databaseUrl: found.DATABASE_URL,
    databaseAppUrl: found.DATABASE_APP_URL,
    /** A standby of the same database that figures, searches and exports may be read from. */
    replicaUrl: found.DATABASE_REPLICA_URL,
    /** Seconds it may be behind and still be asked. */
    replicaLag: found.HUIYIN_REPLICA_LAG,
    secret: found.HUIYIN_SECRET,
    /** Opens what was handed out before the secret was changed. */
    secretBefore: secretBeforeIn(found),
    sealKey: found.HUIYIN_SEAL_KEY,
    sealKeyBefore: found.HUIYIN_SEAL_KEY_BEFORE,
    contactKey: found.HUIYIN_CONTACT_KEY,
    contactKeyBefore: found.HUIYIN_CONTACT_KEY_BEFORE,
    demo: found.HUIYIN_DEMO ?? !found.DATABASE_URL,
    timeZone: found.HUIYIN_TIME_ZONE,
    moreMessages: found.HUIYIN_MESSAGES,
    publicUrl: found.HUIYIN_PUBLIC_URL ?? localAddress(found.HOST, found.PORT),
    trustedProxies: found.HUIYIN_TRUSTED_PROXIES,
    smtpUrl: found.HUIYIN_SMTP_URL,
    mailFrom: found.HUIYIN_MAIL_FROM,
    smsGateways: [
      { url: found.HUIYIN_SMS_URL, token: found.HUIYIN_SMS_TOKEN },
      { url: found.HUIYIN_SMS_URL_2, token: found.HUIYIN_SMS_TOKEN_2 },
    ],
    pushServices: found.HUIYIN_PUSH_SERVICES,
    photoBucket: bucketIn(found),
    quietHours: found.HUIYIN_QUIET_HOURS,
    backupDays: found.HUIYIN_BACKUP_DAYS,
    /** Years after closing after which `npm run archive` folds the steps of a case; 0: never. */
    archiveYears: found.HUIYIN_ARCHIVE_YEARS,
    singleSignOn: singleSignOnIn(found),
    metricsToken: found.HUIYIN_METRICS_TOKEN,
    logLevel: found.LOG_LEVEL,
  };
}

/** Values under a secret bear no name of it: they need a key of their own before there are two. */
function secretBeforeIn(found: z.output<typeof schema>): string | undefined {
  const { HUIYIN_SECRET_BEFORE: before, HUIYIN_CONTACT_KEY: contactKey } = found;
  if (!before || contactKey) return before;
  throw new WrongSetting(
    'HUIYIN_CONTACT_KEY must be set too: before the secret is changed, personal data goes under a key of its own (npm run rotate-keys).',
  );
}

/** Where pictures stay, if not in the folder: all of it is set, or nothing. */
function bucketIn(found: z.output<typeof schema>) {
  const { HUIYIN_S3_URL: url, HUIYIN_S3_KEY_ID: keyId, HUIYIN_S3_SECRET: secret } = found;
  if (url && keyId && secret) return { url, keyId, secret, region: found.HUIYIN_S3_REGION };
  const given = { HUIYIN_S3_URL: url, HUIYIN_S3_KEY_ID: keyId, HUIYIN_S3_SECRET: secret };
  const missing = Object.entries(given).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === 3) return null;
  throw new WrongSetting(
    `${missing.join(' and ')} must be set too: photos go into a bucket only with address, key and secret.`,
  );
}

/** Where staff may sign in besides: all of it is set, or nothing. */
function singleSignOnIn(found: z.output<typeof schema>) {
  const { HUIYIN_OIDC_ISSUER, HUIYIN_OIDC_CLIENT_ID, HUIYIN_OIDC_CLIENT_SECRET } = found;
  const { HUIYIN_OIDC_NAME } = found;
  const given = {
    ...{ HUIYIN_OIDC_ISSUER, HUIYIN_OIDC_CLIENT_ID, HUIYIN_OIDC_CLIENT_SECRET, HUIYIN_OIDC_NAME },
  };
  const missing = Object.entries(given).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === 4) return null;
  if (
    HUIYIN_OIDC_ISSUER &&
    HUIYIN_OIDC_CLIENT_ID &&
    HUIYIN_OIDC_CLIENT_SECRET &&
    HUIYIN_OIDC_NAME
  ) {
    return {
      issuer: HUIYIN_OIDC_ISSUER,
      clientId: HUIYIN_OIDC_CLIENT_ID,
      clientSecret: HUIYIN_OIDC_CLIENT_SECRET,
      name: HUIYIN_OIDC_NAME,
      nameEn: found.HUIYIN_OIDC_NAME_EN ?? HUIYIN_OIDC_NAME,
      /** Values of `acr` or `amr` that stand for a second factor given there. */
      secondFactor: found.HUIYIN_OIDC_SECOND_FACTOR,
    };
  }
  throw new WrongSetting(
    `${missing.join(' and ')} must be set too: single sign-on needs an issuer, a client, its secret and a name.`,
  );
}

export type SingleSignOn = NonNullable<Settings['singleSignOn']>;

let known: Settings | undefined;

/** The settings of this process. Call it when needed, not while a module loads: a build has none. */
export function settings(): Settings {
  known ??= readSettings(process.env);
  return known;
}

/** The secret every other key is derived from; the launcher hands it to each process it starts. */
export function secret(): string {
  return present(settings().secret, 'HUIYIN_SECRET');
}

/** The connection string of the restricted login, which cannot change what has been recorded. */
export function appDatabaseUrl(): string {
  return present(settings().databaseAppUrl, 'DATABASE_APP_URL');
}

function present(value: string | undefined, name: string): string {
  if (!value) throw new WrongSetting(`${name} is missing; start Huiyin with npm start.`);
  return value;
}

function localAddress(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function sentenceFor(error: z.ZodError): string {
  const [first] = error.issues;
  return `${first?.path.join('.')} ${first?.message}.`;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}

function isPostgresUrl(text: string): boolean {
  const url = parsed(text);
  const named = url?.hostname || url?.searchParams.has('host');
  return Boolean(named && /^postgres(ql)?:$/.test(url?.protocol ?? ''));
}

function isSmtpUrl(text: string): boolean {
  const url = parsed(text);
  return Boolean(url?.hostname && /^smtps?:$/.test(url.protocol));
}

/** Numbers of residents go over it: nobody on the way may read them. */
function isGatewayUrl(text: string): boolean {
  const url = parsed(text);
  if (!url || url.username || url.password) return false;
  const here = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && here);
}

function isOrigin(text: string): boolean {
  const url = parsed(text);
  const web = url?.protocol === 'http:' || url?.protocol === 'https:';
  return web && url.pathname === '/' && !url.search && !url.hash && !url.username;
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    bits > 0 &&
    !rest.length &&
    (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
  );
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

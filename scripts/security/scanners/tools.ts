import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from '@/scripts/launcher/ending';
import { Refusal } from '@/scripts/launcher/refusal';

/** What one scan came upon. */
export interface Scanned {
  /** What no operator may leave as it is, in a line each. */
  grave: string[];
  /** What is told beside it. */
  slight: string[];
}

const lists = '/usr/share/dirb/wordlists';

/** @throws Refusal naming what is to be installed. */
export function needScanners(): void {
  const missing = ['ffuf', 'wapiti', 'sqlmap'].filter(
    (it) => spawnSync('sh', ['-c', `command -v ${it}`]).status !== 0,
  );
  if (!existsSync(lists)) missing.push('dirb');
  if (missing.length === 0) return;
  throw new Refusal(
    `Scanners are missing. On Debian: apt-get install --no-install-recommends ${missing.join(' ')}`,
  );
}

interface Ended {
  code: number | null;
  said: string;
}

/** Runs a program to its end. */
function run(program: string, args: string[], folder: string): Promise<Ended> {
  mkdirSync(folder, { recursive: true });
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, HOME: folder, TERM: 'dumb' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said: Buffer.concat(parts).toString() }));
  });
  const forget = atEnd(async () => {
    child.kill('SIGKILL');
    await ended.catch(() => {});
  });
  return ended.finally(forget);
}

interface FfufFound {
  status: number;
  input: { FUZZ: string };
}

/** Asks for every word of a list below an address. @param isKnown a path that is there on purpose. */
export async function ffuf(
  url: string,
  { below, list, endings }: { below: string; list: string; endings: string },
  isKnown: (path: string) => boolean,
  folder: string,
): Promise<Scanned> {
  const kept = join(folder, 'ffuf.json');
  const words = list.includes('/') ? list : join(lists, `${list}.txt`);
  const { code, said } = await run(
    'ffuf',
    [
      ...['-u', `${url}${below}FUZZ`, '-w', words, '-e', endings, '-mc', 'all', '-fc', '404,400'],
      ...['-t', '8', '-timeout', '30', '-s', '-of', 'json', '-o', kept],
    ],
    folder,
  );
  if (code !== 0 || !existsSync(kept)) throw new Error(`ffuf ended with ${code}: ${said}`);
  const { results }: { results: FfufFound[] } = JSON.parse(readFileSync(kept, 'utf8'));
  const found = results.map(({ status, input }) => ({ status, path: `${below}${input.FUZZ}` }));
  const unknown = found.filter(({ path }) => !isKnown(path));
  const told = ({ status, path }: { status: number; path: string }) => `${status} ${path}`;
  // To be led away from an address tells no more of it than that it is none.
  const led = (status: number) => status >= 300 && status < 400;
  return {
    grave: unknown.filter(({ status }) => !led(status)).map(told),
    slight: unknown.filter(({ status }) => led(status)).map(told),
  };
}

interface WapitiFound {
  method: string;
  path: string;
  info: string;
  parameter: string;
}

interface WapitiReport {
  vulnerabilities: Record<string, WapitiFound[]>;
  anomalies: Record<string, WapitiFound[]>;
}

/** What it comes upon and what is no hole by itself; by its own levels a script of a stranger's would be one of these. */
const slightKinds = [
  ...['Backup file', 'Content Security Policy Configuration', 'HTTP Secure Headers'],
  ...['Secure Flag cookie', 'HttpOnly Flag cookie'],
];
/** All of its ways of attacking but those that need a server of wapiti's makers, which nobody here can reach. */
const modules = [
  ...['blindsql', 'exec', 'file', 'redirect', 'sql', 'xss', 'permanentxss', 'crlf', 'shellshock'],
  ...['backup', 'htaccess', 'methods', 'csp', 'cookieflags', 'http_headers'],
];
/** Fields that come by the hundred at one address: it looks at its time only between two addresses. */
const skipped = ['cell'];

interface Extent {
  /** Where it begins beside the first page. */
  starts: readonly string[];
  crawlSeconds: number;
  /** Of each way of attacking. */
  attackSeconds: number;
  /** Whether the first start is all it looks at. */
  alone?: boolean;
}

/** Follows links and forms and attacks what it finds. */
export async function wapiti(
  url: string,
  { starts, crawlSeconds, attackSeconds, alone = false }: Extent,
  folder: string,
): Promise<Scanned> {
  const kept = join(folder, 'wapiti.json');
  const [first = '/', ...others] = alone ? starts : ['/', ...starts];
  const { code, said } = await run(
    'wapiti',
    [
      ...['-u', `${url}${first}`, ...others.flatMap((it) => ['-s', `${url}${it}`])],
      ...['--scope', alone ? 'page' : 'folder', '-m', modules.join(',')],
      ...skipped.flatMap((it) => ['--skip', it]),
      ...['-d', '5', '--max-links-per-page', '60', '--max-files-per-dir', '60', '-t', '30'],
      ...['--max-scan-time', `${crawlSeconds}`, '--max-attack-time', `${attackSeconds}`],
      ...['--store-session', folder, '--store-config', folder, '--flush-session'],
      ...['-v', '0', '--no-bugreport', '-f', 'json', '-o', kept],
    ],
    folder,
  );
  if (code !== 0 || !existsSync(kept)) throw new Error(`wapiti ended with ${code}: ${said}`);
  const report: WapitiReport = JSON.parse(readFileSync(kept, 'utf8'));
  const found = Object.entries({ ...report.vulnerabilities, ...report.anomalies }).flatMap(
    ([kind, list]) => list.map((it) => ({ ...it, kind })),
  );
  const told = ({ kind, method, path, parameter, info }: WapitiFound & { kind: string }) =>
    `${kind}: ${method} ${path} ${parameter}: ${info}`.slice(0, 400);
  return {
    grave: found.filter(({ kind }) => !slightKinds.includes(kind)).map(told),
    slight: found.filter(({ kind }) => slightKinds.includes(kind)).map(told),
  };
}

/** A request as it goes over the wire, for sqlmap to change. */
export interface Raw {
  name: string;
  method: string;
  /** `*` behind a part of it: that part too is to be changed. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What makes it a form of the framework is no field. */
const ofTheFramework = '^\\$ACTION';

/** Changes each value of a request, in the ways by which a value gets into a statement. */
export async function sqlmap(url: string, raw: Raw, folder: string): Promise<Scanned> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'request.txt');
  const { host } = new URL(url);
  const lines = Object.entries({ ...raw.headers, host }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  writeFileSync(file, [`${raw.method} ${raw.path} HTTP/1.1`, ...lines, '', raw.body].join('\r\n'));
  const { code, said } = await run(
    'sqlmap',
    [
      ...[
        '-r',
        file,
        '--batch',
        '--ignore-stdin',
        '--disable-coloring',
        '--flush-session',
        '--output-dir',
        folder,
      ],
      ...['--dbms', 'postgresql', '--level', '2', '--risk', '1', '--time-sec', '3'],
      ...['--ignore-redirects', '--drop-set-cookie', '--param-exclude', ofTheFramework],
      ...['--timeout', '60', '--retries', '1'],
    ],
    folder,
  );
  const injectable = /identified the following injection point/.test(said);
  const clean = /all tested parameters do not appear to be injectable|no parameter\(s\) found/.test(
    said,
  );
  if (injectable) return { grave: [`sqlmap gets into ${raw.name}`], slight: [] };
  if (clean) return { grave: [], slight: [] };
  const heard = said.trim().split('\n');
  const grave = heard.filter((it) => it.includes('[CRITICAL]'));
  const last = (grave.length > 0 ? grave : heard).slice(-3).join(' ');
  // What was not looked through is no sign of anything.
  return { grave: [`sqlmap came to no end at ${raw.name} (${code}): ${last}`], slight: [] };
}

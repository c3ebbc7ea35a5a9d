import { cpus } from 'node:os';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { demoPassword } from '@/prisma/seed/cast';
import { openBrowser } from '@/tests/support/browser';

/**
 * What each kind of page weighs and how soon it stands there on a cheap telephone, taken from a running demo:
 * `npm run weigh -- http://127.0.0.1:3000`. A first visit each, nothing kept from before. The network is held to
 * what Lighthouse calls slow 4G (150 ms there and back, 1.6 Mbit/s down, 0.75 up), the processor to a quarter.
 */
const home = process.argv[2] ?? 'http://127.0.0.1:3000';
const visits = 5;

/** The most all of a page may weigh, compressed, in bytes; and its largest paint, in milliseconds. */
interface Budget {
  bytes: number;
  lcp: number;
}

const resident: Budget = { bytes: 170_000, lcp: 2_500 };
/** Tables of figures and queues hold more text, and are opened all day: what they share is kept by then. */
const staff: Budget = { bytes: 190_000, lcp: 2_500 };

interface Kind {
  path: string;
  budget: Budget;
  /** Who of the demo opens it; a stranger where nobody is named. */
  as?: string;
  /** Opens the first link of the page that begins like this, instead of the page itself. */
  first?: string;
}

const kinds: readonly Kind[] = [
  ...['/', '/file', '/file/offline', '/track', '/mine', '/open', '/open/cases', '/answers'].map(
    (path) => ({ path, budget: resident }),
  ),
  { path: '/desk', budget: staff, as: 'zhaolimin' },
  { path: '/desk', budget: staff, as: 'chenjing' },
  { path: '/desk', budget: staff, as: 'zhaolimin', first: '/appeals/' },
  { path: '/supervision', budget: staff, as: 'zhoumin' },
  { path: '/admin', budget: staff, as: 'wukai' },
];

const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};

interface Weight {
  document: number;
  styles: number;
  scripts: number;
  lcp: number;
}

const browser = await openBrowser();

/** Bytes of what the answers carried, compressed as it came, by kind of file; without their headers. */
async function weighing(session: CDPSession) {
  const begun = new Map<string, { type: string; headers: number }>();
  const bytes = { Document: 0, Stylesheet: 0, Script: 0 } as Record<string, number>;
  session.on('Network.responseReceived', ({ requestId, type, response }) =>
    begun.set(requestId, { type, headers: response.encodedDataLength }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type = '', headers = 0 } = begun.get(requestId) ?? {};
    if (type in bytes) bytes[type] = (bytes[type] ?? 0) + encodedDataLength - headers;
  });
  await session.send('Network.enable');
  return bytes;
}

/** Milliseconds until the largest thing on the first screen stood there. */
const largestPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntries().at(-1)?.startTime ?? 0),
        ).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );

type Key = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What signs this person in, and where the page is. */
async function wayTo({ path, as, first }: Kind): Promise<{ at: string; key?: Key }> {
  if (!as) return { at: path };
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${home}/sign-in`);
  await page.locator('input[name=login]').fill(as);
  await page.locator('input[name=password]').fill(demoPassword);
  await page.locator('form button[type=submit]').last().click();
  await page.waitForURL(/\/(desk|supervision|admin)/);
  await page.goto(`${home}${path}`);
  const link = first && page.locator(`main a[href^="${first}"]`).first();
  const at = link ? ((await link.getAttribute('href')) ?? path) : path;
  const key = await context.storageState();
  await context.close();
  return { at, key };
}

async function visit(path: string, key: Key | undefined): Promise<Weight> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    serviceWorkers: 'block',
    ...(key && { storageState: key }),
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytes = await weighing(session);
  await session.send('Network.emulateNetworkConditions', slow4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(`${home}${path}`, { waitUntil: 'networkidle' });
  const lcp = await largestPaint(page);
  await context.close();
  const { Document = 0, Stylesheet = 0, Script = 0 } = bytes;
  return { document: Document, styles: Stylesheet, scripts: Script, lcp };
}

const median = (list: number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const say = (line: string) => process.stdout.write(`${line}\n`);

const told = ({ bytes, lcp }: Budget): string => `${kB(bytes)} and ${lcp} ms`;

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

say(`${new Date().toISOString()} · ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
say(`Budget: residents ${told(resident)}; staff ${told(staff)}.`);
let within = true;
for (const kind of kinds) {
  const { at, key } = await wayTo(kind);
  const seen: Weight[] = [];
  for (let nth = 0; nth < visits; nth++) seen.push(await visit(at, key));
  const [first] = seen;
  if (!first) continue;
  const { document, styles, scripts } = first;
  const together = document + styles + scripts;
  const lcp = median(seen.map((it) => it.lcp));
  const over = together > kind.budget.bytes || lcp > kind.budget.lcp;
  within &&= !over;
  const name = kind.as ? `${kind.first ? `${kind.first}…` : kind.path} (${kind.as})` : kind.path;
  say(
    `${over ? '✗' : ' '} ${name.padEnd(24)} HTML ${kB(document)} + CSS ${kB(styles)} + JS ${kB(scripts)} = ${kB(together)}` +
      ` · largest paint ${Math.round(lcp)} ms (median of ${visits}: ${seen.map((it) => Math.round(it.lcp)).join(', ')})`,
  );
}
await browser.close();
say(within ? 'Within the budget.' : 'Over the budget.');
process.exitCode = within ? 0 : 1;

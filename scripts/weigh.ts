import { cpus } from 'node:os';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '@/tests/support/browser';

/**
 * What a resident's pages weigh and how soon they stand there on a cheap telephone, taken from a running server:
 * `npm run weigh -- http://127.0.0.1:3000`. A first visit each, nothing kept from before. The network is held to
 * what Lighthouse calls slow 4G (150 ms there and back, 1.6 Mbit/s down, 0.75 up), the processor to a quarter.
 */
const home = process.argv[2] ?? 'http://127.0.0.1:3000';
const paths = ['/', '/file', '/file/offline', '/track'];
const visits = 5;
const budget = { bytes: 170_000, lcp: 2_500 };

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

const { executablePath } = await findBrowser();
const browser = await chromium.launch(executablePath ? { executablePath } : {});

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

async function visit(path: string): Promise<Weight> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 780 },
    serviceWorkers: 'block',
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

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

say(`${new Date().toISOString()} · ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
say(`Budget: ${kB(budget.bytes)} together, largest paint ${budget.lcp} ms.`);
let within = true;
for (const path of paths) {
  const seen: Weight[] = [];
  for (let nth = 0; nth < visits; nth++) seen.push(await visit(path));
  const [first] = seen;
  if (!first) continue;
  const { document, styles, scripts } = first;
  const together = document + styles + scripts;
  const lcp = median(seen.map((it) => it.lcp));
  within &&= together <= budget.bytes && lcp <= budget.lcp;
  say(
    `${path.padEnd(14)} HTML ${kB(document)} + CSS ${kB(styles)} + JS ${kB(scripts)} = ${kB(together)}` +
      ` · largest paint ${Math.round(lcp)} ms (median of ${visits}: ${seen.map((it) => Math.round(it.lcp)).join(', ')})`,
  );
}
await browser.close();
say(within ? 'Within the budget.' : 'Over the budget.');
process.exitCode = within ? 0 : 1;

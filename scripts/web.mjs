import { createServer } from 'node:http';
import next from 'next';
import { makeLog } from '../lib/make-log.mjs';
import { countProcess, metrics, namedAs } from '../lib/metrics/registry.mjs';
import { answerSiblings } from '../lib/processes/siblings.mjs';
import { keepClock } from '../lib/time/keep-clock.mjs';
import { makingAnswer } from './launcher/answer-store.mjs';
import { clearUpWhenQuiet } from './launcher/clear-up.mjs';
import { crowd } from './launcher/crowd.mjs';
import { ownFaultPage, turnAway } from './launcher/fault-page.mjs';
import { forwarding } from './launcher/forwarding.mjs';
import { gate } from './launcher/gate.mjs';
import { ownConsole } from './launcher/own-console.mjs';
import { keepNothing, noDocument, pageHeaders, standingHeaders } from './launcher/page-headers.mjs';
import { inRequest } from './launcher/request-store.mjs';
import { routePatterns } from './launcher/routes.mjs';
import { watchAnswers } from './launcher/watch-answers.mjs';

const { HOST: hostname, PORT, HUIYIN_TRUSTED_PROXIES: proxies = '' } = process.env;
const port = Number(PORT);
const publicUrl = process.env.HUIYIN_PUBLIC_URL || `http://localhost:${port}`;
const dev = process.env.NODE_ENV === 'development';

// Next announces its own start; the launcher announces ours. (Its option `quiet` would also swallow
// every error while it serves.)
const write = process.stdout.write;
process.stdout.write = () => true;
const app = next({ dev, hostname, port });
await app.prepare();
process.stdout.write = write;
const answer = app.getRequestHandler();
const tellTruth = forwarding(proxies.split(',').filter(Boolean));
const standing = Object.entries(standingHeaders(publicUrl));
const putHeaders = pageHeaders(dev);
const problemAtGate = gate({ publicUrl, listens: hostname, development: dev });
const isTurnedAway = crowd(Number(process.env.HUIYIN_CROWD || 0));
const log = makeLog(process.env.LOG_LEVEL || 'info');
const tidy = clearUpWhenQuiet();
const watch = watchAnswers(routePatterns('.next/routes-manifest.json'), log, metrics());
const { HUIYIN_WEB_NUMBER: number } = process.env;
namedAs({ process: number ? `web-${number}` : 'web' });
answerSiblings('figures', () => metrics().registry.getMetricsAsJSON());
if (process.env.HUIYIN_METRICS_TOKEN) countProcess(metrics().registry);
await keepClock(process.env.DATABASE_APP_URL, (err) =>
  log.warn({ err }, 'the database’s clock was not told'),
);
// In development the terminal is read by whoever writes the code.
if (!dev) ownConsole(log);

/** Half an escape, such as `%E0%A4%A`, is nobody's page; further in it would look like a fault of ours. */
function isAddress(url) {
  try {
    return !decodeURIComponent(new URL(url, 'http://localhost').pathname).includes('\0');
  } catch {
    return false;
  }
}

const notComplete = {
  status: 400,
  words: '这个地址不完整，请核对。\nThis address is not complete. Please check it.\n',
};

function refuse(response, { status, words, headers = {} }) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': noDocument,
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...headers,
  });
  response.end(words);
}

/** Whoever is slow in saying what they want keeps a connection no longer than this; a photo may take its time. */
const patience = { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 };

const server = createServer(patience, (request, response) => {
  tellTruth(request);
  inRequest(request, response, (store) => {
    watch(request, response, store);
    if (!dev) tidy(response);
    for (const [name, value] of standing) response.setHeader(name, value);
    keepNothing(response);
    const problem = isAddress(request.url) ? problemAtGate(request) : notComplete;
    if (problem) return refuse(response, problem);
    const ways = putHeaders(request, response);
    if (isTurnedAway(request, response)) return turnAway(request, response, store);
    if (!dev) ownFaultPage(request, response, store);
    makingAnswer(request.headers, ways, () => answer(request, response));
  });
});
// Development's channel for what has changed.
if (dev) server.on('upgrade', app.getUpgradeHandler());
server.on('error', (error) => {
  process.stderr.write(`${hostname}:${port} cannot be listened on: ${error.message}\n`);
  process.exit(1);
});
server.listen(port, hostname, () => process.send?.('ready'));

/** Requests under way get a moment to finish; connections kept open for later ones do not. */
function leave() {
  server.close(() => process.exit());
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 3_000);
}

let leaving = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (leaving) return;
    leaving = true;
    // Who has been connected already, and waits to be taken, would be cut off: one turn takes them all.
    setImmediate(() => setImmediate(leave));
  });
}

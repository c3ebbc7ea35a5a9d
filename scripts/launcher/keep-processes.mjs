import cluster from 'node:cluster';

/** A process that ends so soon after its start will do so again. */
const SOON_MS = 10_000;
const MOST_SOON = 3;

let wanted = 1;
let leaving = false;
let soon = 0;
const serving = new Set();
/** Who waits for the siblings of which question to have forgotten something. */
const waiting = new Map();

function start() {
  const child = cluster.fork();
  const began = Date.now();
  child.on('message', (message) => {
    if (message === 'ready') ready(child);
    else if (message?.huiyin === 'forget') tellSiblings(child, message);
    else if (message?.huiyin === 'forgotten') heardFrom(child, message.asked);
  });
  // No connection is handed to it any more once its channel is closed; both events come, in either order.
  const closed = new Promise((resolve) => child.once('disconnect', resolve));
  child.once('exit', async (code, signal) => {
    await closed;
    hasEnded(child, signal ?? `exit code ${code}`, Date.now() - began);
  });
}

function hasEnded(child, how, lived) {
  serving.delete(child);
  for (const asked of waiting.keys()) heardFrom(child, asked);
  if (leaving) return endWhenAlone();
  process.stderr.write(`A web process ended by itself (${how}).\n`);
  soon = lived < SOON_MS ? soon + 1 : 0;
  if (soon >= MOST_SOON || !announced) return leave('SIGTERM', 1);
  start();
}

let announced = false;

function ready(child) {
  serving.add(child);
  if (announced || serving.size < wanted) return;
  announced = true;
  process.send?.('ready');
}

function tellSiblings(child, message) {
  const siblings = [...serving].filter((it) => it !== child && it.isConnected());
  if (siblings.length === 0) return child.send({ ...message, huiyin: 'forgotten' });
  waiting.set(message.asked, { child, message, left: new Set(siblings) });
  for (const it of siblings) it.send(message);
}

function heardFrom(sibling, asked) {
  const question = waiting.get(asked);
  if (!question?.left.delete(sibling) || question.left.size > 0) return;
  waiting.delete(asked);
  const { child, message } = question;
  if (child.isConnected()) child.send({ ...message, huiyin: 'forgotten' });
}

let code = 0;

function leave(signal, why) {
  if (leaving) return;
  leaving = true;
  code = why;
  const tell = (how) => {
    for (const it of Object.values(cluster.workers)) it.process.kill(how);
  };
  tell(signal);
  // The launcher has eight seconds of patience with this process.
  setTimeout(() => tell('SIGKILL'), 6_000).unref();
  endWhenAlone();
}

function endWhenAlone() {
  if (Object.keys(cluster.workers).length === 0) process.exit(code);
}

/**
 * Runs a script in so many processes that share what they listen on, and starts again what ended by itself. This
 * process takes the connections and hands them round; it serves nothing itself. Where three in a row end soon after
 * their start, or one before all were ready, it ends with code 1.
 */
export function keepProcesses(script, count, execArgv = []) {
  wanted = count;
  // What this process was started with is not for them: they end with it in any case.
  cluster.setupPrimary({ exec: script, execArgv });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => leave(signal, 0));
  for (let i = 0; i < wanted; i += 1) start();
}

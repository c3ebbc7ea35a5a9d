import cluster from 'node:cluster';

/** A process that ends so soon after its start will do so again. */
const SOON_MS = 10_000;
const MOST_SOON = 3;

let wanted = 1;
let leaving = false;
let soon = 0;
const serving = new Set();
/** Who waits for what siblings answer to which question. */
const waiting = new Map();

function start(number) {
  const child = cluster.fork({ HUIYIN_WEB_NUMBER: String(number) });
  const began = Date.now();
  child.on('message', (message) => {
    if (message === 'ready') ready(child);
    else if (message?.huiyin === 'ask') askSiblings(child, message);
    else if (message?.huiyin === 'told') heardFrom(child, message.asked, [message.answer]);
  });
  // No connection is handed to it any more once its channel is closed; both events come, in either order.
  const closed = new Promise((resolve) => child.once('disconnect', resolve));
  child.once('exit', async (code, signal) => {
    // Behind one that was killed in the midst of a message the channel may stay open, and nobody would take its place.
    const close = setTimeout(() => child.process.connected && child.process.disconnect(), 500);
    await Promise.race([closed, new Promise((late) => setTimeout(late, 1_500))]);
    clearTimeout(close);
    hasEnded(child, signal ?? `exit code ${code}`, Date.now() - began);
    if (!leaving) start(number);
  });
}

function hasEnded(child, how, lived) {
  serving.delete(child);
  for (const asked of waiting.keys()) heardFrom(child, asked, []);
  if (leaving) return endWhenAlone();
  process.stderr.write(`A web process ended by itself (${how}).\n`);
  soon = lived < SOON_MS ? soon + 1 : 0;
  if (soon >= MOST_SOON || !announced) leave('SIGTERM', 1);
}

let announced = false;

function ready(child) {
  serving.add(child);
  if (announced || serving.size < wanted) return;
  announced = true;
  process.send?.('ready');
}

function askSiblings(child, { name, asked }) {
  const siblings = [...serving].filter((it) => it !== child && it.isConnected());
  waiting.set(asked, { child, left: new Set(siblings), answers: [] });
  for (const it of siblings) it.send({ huiyin: 'ask', name, asked });
  answerIfHeard(asked);
}

function heardFrom(sibling, asked, told) {
  const question = waiting.get(asked);
  if (!question?.left.delete(sibling)) return;
  question.answers.push(...told);
  answerIfHeard(asked);
}

function answerIfHeard(asked) {
  const { child, left, answers } = waiting.get(asked);
  if (left.size > 0) return;
  waiting.delete(asked);
  if (child.isConnected()) child.send({ huiyin: 'all', asked, answers });
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
 * Runs a script in so many processes that share what they listen on, each with a HUIYIN_WEB_NUMBER from 1, and starts again what ended by itself. This
 * process takes the connections and hands them round; it serves nothing itself. Where three in a row end soon after
 * their start, or one before all were ready, it ends with code 1.
 */
export function keepProcesses(script, count, execArgv = []) {
  wanted = count;
  // What this process was started with is not for them: they end with it in any case.
  cluster.setupPrimary({ exec: script, execArgv });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => leave(signal, 0));
  for (let number = 1; number <= wanted; number += 1) start(number);
}

import cluster from 'node:cluster';

// Web processes of one machine ask each other by way of the one that started them
// (scripts/launcher/keep-processes.mjs): { huiyin: 'ask', name, asked } goes to all others, each says { huiyin: 'told',
// asked, answer }, and whoever asked gets { huiyin: 'all', asked, answers }.

/** A sibling that does not answer for so long is ending. */
const patienceMs = 1_000;

/** Found by name, since the front listener and the framework's bundles share no module. */
const place = Symbol.for('huiyin.siblings');

function state() {
  if (!globalThis[place]) {
    globalThis[place] = { answerers: new Map(), askers: new Map(), questions: 0 };
    if (cluster.isWorker) process.on('message', hear);
  }
  return globalThis[place];
}

const say = (said) => process.connected && process.send(said);

async function hear(message) {
  const { huiyin, name, asked, answers } = message ?? {};
  if (huiyin === 'ask') {
    const answer = await Promise.resolve(state().answerers.get(name)?.()).catch(() => null);
    say({ huiyin: 'told', asked, answer: answer ?? null });
  }
  if (huiyin === 'all') state().askers.get(asked)?.(answers);
}

export function answerSiblings(name, answer) {
  state().answerers.set(name, answer);
}

export async function askSiblings(name) {
  if (!cluster.isWorker || !process.connected) return [];
  const { askers } = state();
  state().questions += 1;
  const asked = `${process.pid}-${state().questions}`;
  return new Promise((resolve) => {
    const done = (answers) => {
      clearTimeout(tired);
      askers.delete(asked);
      resolve(answers.filter((it) => it !== null));
    };
    const tired = setTimeout(() => done([]), patienceMs);
    askers.set(asked, done);
    say({ huiyin: 'ask', name, asked });
  });
}

import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { buildSync } = ownBundler();

/**
 * Makes one file of JavaScript of a script of ours and all of ours it asks for; packages stay where they are. What is
 * run from it starts sooner and holds a quarter less memory than what learns TypeScript while it runs. Made anew each time, in a
 * sixth of a second, so that it is never older than its sources. Plain JavaScript itself: the first script begins here.
 *
 * @param {string} root the folder of the project.
 * @param {string} script path from there.
 * @returns {string} the whole path of what was made.
 */
export function bundled(root, script) {
  const made = join(root, '.next/cache/scripts');
  const name = script.replace(/^scripts\//, '').replace(/\.ts$/, '');
  const path = join(made, `${name.replaceAll('/', '-')}.mjs`);
  const { outputFiles } = buildSync({
    entryPoints: [join(root, script)],
    outfile: path,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    write: false,
  });
  mkdirSync(made, { recursive: true });
  // A map named in the code would be read with it and kept: lib/as-written.mjs finds it by its name.
  for (const { path: to, text } of outputFiles) {
    // Another process may be reading the last one.
    const draft = `${to}.${process.pid}`;
    writeFileSync(draft, to.endsWith('.map') ? text : inAscii(text));
    renameSync(draft, to);
  }
  return path;
}

/**
 * An esbuild of our own, which works in this thread. Another, such as tsx has read before us, hands work to a thread: that one keeps 60 MB as
 * long as whoever asked lives, and in a process that learns TypeScript while it runs it never begins, so that everything stands still.
 *
 * @returns {typeof import('esbuild')}
 */
function ownBundler() {
  const require = createRequire(import.meta.url);
  const file = require.resolve('esbuild');
  const others = require.cache[file];
  const setting = process.env.ESBUILD_WORKER_THREADS;
  delete require.cache[file];
  process.env.ESBUILD_WORKER_THREADS = '0';
  try {
    return require(file);
  } finally {
    if (others) require.cache[file] = others;
    if (setting === undefined) delete process.env.ESBUILD_WORKER_THREADS;
    else process.env.ESBUILD_WORKER_THREADS = setting;
  }
}

/**
 * One Chinese character in a source makes the engine keep all of it at two bytes each. What is left of them stands in
 * patterns, templates and comments, where its escape says the same.
 */
const inAscii = (code) =>
  code.replace(/(\\\p{ASCII})|\\?(\P{ASCII})/gsu, (_, escaped, it) => escaped ?? escapeOf(it));

const escapeOf = (it) =>
  it
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

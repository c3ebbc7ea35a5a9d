import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * What runs is made of what we wrote, and a stack tells the made. Node can do better, but keeps every map in memory
 * from the start, ten megabytes for the worker alone. Here a map is opened once an error is told and let go again.
 */

const most = 200;
/** Frames of before, so that a flood of one error opens one map. */
const told = new Map();

const position = /^(.*?[ (])((?:file:\/\/)?\/.*):(\d+):(\d+)(\)?)$/;

/**
 * A frame of a stack, with the file and line it was written in where a map of that name and `.map` lies beside what
 * runs; as it is where there is none.
 *
 * @param {string} frame as `at name (path:line:column)`
 * @returns {string}
 */
export function asWritten(frame) {
  const known = told.get(frame);
  if (known !== undefined) return known;
  const found = lookUp(frame) ?? frame;
  if (told.size >= most) told.clear();
  told.set(frame, found);
  return found;
}

/**
 * A whole stack in the same way.
 *
 * @param {string} stack
 * @returns {string}
 */
export const stackAsWritten = (stack) => stack.split('\n').map(asWritten).join('\n');

function lookUp(frame) {
  const [, before, file, line, column, after] = position.exec(frame) ?? [];
  if (!file) return null;
  try {
    const map = `${file.startsWith('file:') ? fileURLToPath(file) : file}.map`;
    if (!existsSync(map)) return null;
    const entry = new SourceMap(JSON.parse(readFileSync(map, 'utf8'))).findEntry(
      Number(line) - 1,
      Number(column) - 1,
    );
    if (!entry.originalSource) return null;
    const source = entry.originalSource
      .replace(/^turbopack:\/\/\/(\[project\]\/)?/, '')
      .replace(/^(\.\.\/)+/, '');
    return `${before}${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}${after}`;
  } catch {
    // A map that cannot be read must not cost the error it was opened for.
    return null;
  }
}

import { asWritten } from './as-written.mjs';

/**
 * What may stand in a log: personal data does not belong there, and messages of others quote what they choked on.
 * A net under the rule that only ids and case numbers are logged, not a substitute for it.
 */

const rest = '…';
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Takes out of a text what may be somebody's: words in Chinese, addresses of mail, numbers of seven digits or more,
 * keys and tokens, and the rest of a link that has one.
 *
 * @param {string} text
 * @returns {string}
 */
export function scrub(text) {
  return text
    .replace(/[^\s@"'<>]+@[^\s@"'<>]+/g, rest)
    .replace(/[\p{Script=Han}]+/gu, rest)
    .replace(/\/(v|welcome|stop|join)\/[^\s"'/?]+/g, `/$1/${rest}`)
    .replace(/[\w-]{24,}/g, (word) =>
      uuid.test(word) || /^[a-z]+(_[a-z]+)*$/i.test(word) ? word : rest,
    )
    .replace(/(?<![\w.-])\+?\d(?:[\d ]{5,}\d)(?![\w-])/g, rest);
}

/** Codes that say that the database cannot be reached, has no connection left, or no room to write in. */
const awayCodes = new Set(
  'P1001 P1002 P1008 P1017 P2024 P2028 ECONNREFUSED ECONNRESET ENOTFOUND ETIMEDOUT EPIPE ENOSPC EDQUOT 57P01 57P02 57P03 53100 53200 53300 08001 08006'.split(
    ' ',
  ),
);
/** Where the code of the database stands in the words of the client's error alone. */
const codeInWords = /\bcode: `?([0-9A-Z]{5})\b/i;
const awayWords =
  /can't reach database|connection terminated|server has closed the connection|not (currently|yet) accepting|database system is (starting up|shutting down|in recovery)|no space left on device|timeout exceeded when trying to connect|remaining connection slots|too many clients/i;

/**
 * Whether an error says that the database is away.
 *
 * @param {unknown} error
 * @returns {boolean}
 */
export function isDatabaseAway(error) {
  for (let it = error, depth = 0; it && depth < 4; it = it.cause, depth += 1) {
    if (awayCodes.has(String(it.code ?? ''))) return true;
    const words = String(it.message ?? '');
    if (awayWords.test(words) || awayCodes.has(codeInWords.exec(words)?.[1] ?? '')) return true;
    if (it.kind === 'DatabaseNotReachable' || it.kind === 'ConnectionClosed') return true;
  }
  return false;
}

/**
 * Whether an error says that what was sent could not be read: the framework took a form apart, and nothing of ours
 * nor of the database's had a part in it.
 *
 * @param {unknown} error
 * @returns {boolean}
 */
export function isUnreadable(error) {
  if (!(error instanceof Error)) return false;
  if (ofSomebodyElse.test(error.message)) return true;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.length > 0 && frames.every((line) => ofTheReader.test(line));
}
/** What stands for a thing of the browser's, where a text was to be: any use of it throws. */
const ofSomebodyElse = /\btemporary (client )?reference\b/i;
const ofTheReader =
  /[(\s](node:|.*\/next\/dist\/compiled\/(next-server|busboy|@edge-runtime|react-server-dom-[\w-]+)\/|.*\/chunks\/ssr\/node_modules_next_dist_)|\(<anonymous>\)|at (async )?(new )?Promise/;

/**
 * An error as it is logged: its kind, its code, its words without anybody's data, and where it came from.
 *
 * @param {unknown} error
 * @returns {Record<string, unknown>}
 */
export function plainError(error, depth = 0) {
  if (!(error instanceof Error)) return { message: scrub(String(error)) };
  const { name, message, code, digest, stack = '', cause } = error;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    message: scrub(message.trim()),
    ...(code !== undefined && { code: String(code) }),
    ...(typeof digest === 'string' && { digest }),
    stack: frames
      .slice(0, 8)
      .map((line) => asWritten(line.trim()))
      .join('\n'),
    ...(cause && depth < 2 ? { cause: plainError(cause, depth + 1) } : {}),
  };
}

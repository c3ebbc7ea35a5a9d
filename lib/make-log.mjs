import { pino } from 'pino';
import { plainError, scrub } from './plain-error.mjs';

/** Where scripts/web.mjs keeps what belongs to the request at hand; found by name, since bundles share no module. */
const requests = Symbol.for('huiyin.requests');

/** Words of ours that look like what `scrub` takes out. */
const kept = new Set(['requestId', 'digest', 'route']);

const plain = (key, value) => {
  if (value instanceof Error) return plainError(value);
  return typeof value === 'string' && !kept.has(key) ? scrub(value) : value;
};

/**
 * One line of JSON an event, on standard output. A line caused by a request carries its number.
 *
 * @param {import('pino').LevelWithSilent} level
 */
export const makeLog = (level) =>
  pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const request = globalThis[requests]?.getStore();
      return request ? { requestId: request.id } : {};
    },
    formatters: {
      log: (line) =>
        Object.fromEntries(Object.entries(line).map(([key, value]) => [key, plain(key, value)])),
    },
    serializers: { err: (error) => error },
    hooks: {
      // The words beside the fields are ours, but also those of libraries that speak through this log.
      logMethod(args, method) {
        method.apply(
          this,
          args.map((it) => (typeof it === 'string' ? scrub(it) : it)),
        );
      },
    },
    redact: ['*.password', '*.token', '*.phone', '*.name', '*.email', '*.address'],
  });

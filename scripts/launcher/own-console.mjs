import { isDatabaseAway, isUnreadable } from '../../lib/plain-error.mjs';
import { requestAtHand } from './request-store.mjs';

/**
 * The framework complains on the console, with whole objects and whatever they hold. From now on it does so through
 * our log: a line each, with the number of the request, and nobody's data.
 *
 * @param {import('pino').Logger} log
 */
export function ownConsole(log) {
  const through =
    (level) =>
    (...said) => {
      const error = said.find((it) => it instanceof Error);
      const words = said
        .filter((it) => typeof it === 'string')
        .join(' ')
        .trim();
      const request = requestAtHand();
      if (request && isDatabaseAway(error)) request.databaseAway = true;
      const unreadable = request?.sends && isUnreadable(error);
      if (unreadable) request.unreadable = true;
      if (unreadable) log.info({ said: error.message }, 'a form could not be read');
      else if (error) log[level]({ err: error }, 'the server failed');
      else log[level]({ said: words }, 'the framework complains');
    };
  console.error = through('error');
  console.warn = through('warn');
}

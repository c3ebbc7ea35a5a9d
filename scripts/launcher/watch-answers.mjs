/** Slower than this is worth a line (seconds). */
const slow = 3;

const levelOf = (status, seconds, method, route, refusal) => {
  if (status >= 500) return 'error';
  if (seconds > slow) return 'warn';
  if (refusal) return 'info';
  if (route.startsWith('/api/')) return 'debug';
  return status >= 400 || method === 'POST' ? 'info' : 'debug';
};

/**
 * Counts each answer and writes a line about it: by the pattern of its route alone, since addresses hold case numbers
 * and private links, and with what was noted of who asked and why they got nothing. What only reads and is answered well
 * is written at level debug.
 *
 * @param {(url: string) => string} routeOf
 * @param {import('pino').Logger} log
 * @param {import('../../lib/metrics/registry.mjs').Metrics} counted
 */
export function watchAnswers(routeOf, log, { requests, requestSeconds }) {
  return (request, response, { noted }) => {
    const begun = performance.now();
    const route = routeOf(request.url ?? '/');
    const method = /^(GET|HEAD|POST)$/.test(request.method ?? '') ? request.method : 'other';
    response.once('close', () => {
      const seconds = (performance.now() - begun) / 1_000;
      // Nobody was left to be answered.
      const status = response.writableFinished ? response.statusCode : 499;
      requests.inc({ method, route, status });
      requestSeconds.observe({ route }, seconds);
      const ms = Math.round(seconds * 1_000);
      const level = levelOf(status, seconds, method, route, noted.refusal);
      log[level]({ method, route, status, ms, ...noted }, 'answered');
    });
  };
}

import prom from 'prom-client';

/** Found by name, since the front listener, the framework's bundles and the worker share no module. */
const place = Symbol.for('huiyin.metrics');

/**
 * What this process counts. Labels are words of ours alone: a route's pattern, a verb, a status; never a number of a
 * case, an address or a name.
 */
export function metrics() {
  globalThis[place] ??= made();
  return globalThis[place];
}

function made() {
  const registry = new prom.Registry();
  const own = { registers: [registry] };
  new prom.Gauge({
    ...own,
    name: 'huiyin_pool_connections',
    help: 'Connections to the database: open, used, and questions waiting for one.',
    labelNames: ['state'],
    collect() {
      // Made by lib/db/client when the first question is put.
      const { totalCount = 0, idleCount = 0, waitingCount = 0 } = globalThis.poolOfHuiyin ?? {};
      this.set({ state: 'open' }, totalCount);
      this.set({ state: 'used' }, totalCount - idleCount);
      this.set({ state: 'waiting' }, waitingCount);
    },
  });
  return {
    registry,
    /** What tells this process from others, on each of its figures. */
    labels: {},
    requests: new prom.Counter({
      ...own,
      name: 'huiyin_requests_total',
      help: 'Requests answered, by method, pattern of the route and status.',
      labelNames: ['method', 'route', 'status'],
    }),
    requestSeconds: new prom.Histogram({
      ...own,
      name: 'huiyin_request_seconds',
      help: 'How long answers took, by pattern of the route.',
      labelNames: ['route'],
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    }),
    steps: new prom.Counter({
      ...own,
      name: 'huiyin_steps_total',
      help: 'Steps asked for, by verb and outcome: done, again (a form sent twice), or the code of the refusal.',
      labelNames: ['verb', 'outcome'],
    }),
    readings: new prom.Counter({
      ...own,
      name: 'huiyin_readings_total',
      help: 'Readings with a read replica, by where they came from, and why not from it: own (a form of the reader is not in it yet), behind, away, promoted, other, failed.',
      labelNames: ['from', 'why'],
    }),
    tasks: new prom.Counter({
      ...own,
      name: 'huiyin_tasks_total',
      help: 'Tasks of the worker, by name and outcome: done or failed.',
      labelNames: ['task', 'outcome'],
    }),
  };
}

/** Says which process it is; before anything is told. */
export function namedAs(labels) {
  const all = metrics();
  all.labels = labels;
  all.registry.setDefaultLabels(labels);
}

/** Memory, processor and event loop of this process, in the names every exporter uses. */
export function countProcess(registry) {
  prom.collectDefaultMetrics({ register: registry });
}

/** One text of several lists of figures, each of a process. */
export async function textOf(lists) {
  return prom.AggregatorRegistry.aggregate(lists).metrics();
}

import type {
  Counter,
  Histogram,
  MetricObjectWithValues,
  MetricValue,
  Registry,
} from 'prom-client';

export interface Metrics {
  registry: Registry;
  labels: Record<string, string>;
  requests: Counter<'method' | 'route' | 'status'>;
  requestSeconds: Histogram<'route'>;
  steps: Counter<'verb' | 'outcome'>;
  readings: Counter<'from' | 'why'>;
  tasks: Counter<'task' | 'outcome'>;
}

export type Figures = MetricObjectWithValues<MetricValue<string>>;

export function metrics(): Metrics;
export function namedAs(labels: Record<string, string>): void;
export function countProcess(registry: Registry): void;
export function textOf(lists: Figures[][]): Promise<string>;

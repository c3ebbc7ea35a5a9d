/** What is wrong with a line; `code` is a key of messages/<locale>/orgImport.json under `fault`. */
export interface Fault {
  line: number;
  code: string;
  values?: Record<string, string | number>;
}

/** What a line would do. */
export const doings = ['new', 'changed', 'unchanged'] as const;
export type Doing = (typeof doings)[number];

/** One thing a line would change, before and after; lists as they are written in the file. */
export type Difference = { before: string; after: string };

export interface PlannedLine<T> {
  line: number;
  doing: Doing;
  /** What the line is about, for people. */
  name: string;
  /** Column → what it was and will be; of new ones what they will be. */
  differences: Record<string, Difference>;
  wanted: T;
}

export interface Plan<T> {
  faults: readonly Fault[];
  lines: readonly PlannedLine<T>[];
}

/** What a person may do; asked for by the table of verbs and by pages. */
export const capabilities = [
  'fileForCaller',
  'answer',
  'dispatch',
  'handle',
  'assign',
  'interview',
  'redo',
  'supervise',
  'annotate',
  'reveal',
  'readAll',
  'measure',
  'administer',
] as const;

export type Capability = (typeof capabilities)[number];

/** A role is a set of capabilities and nothing else. */
export const roles = {
  operator: ['fileForCaller', 'answer', 'redo', 'annotate', 'reveal', 'readAll'],
  dispatcher: ['fileForCaller', 'answer', 'dispatch', 'annotate', 'readAll'],
  handler: ['handle', 'annotate', 'reveal'],
  leader: ['handle', 'assign', 'annotate', 'reveal'],
  interviewer: ['interview', 'annotate', 'reveal'],
  supervisor: ['supervise', 'redo', 'annotate', 'readAll', 'measure'],
  inspector: ['readAll', 'measure'],
  administrator: ['administer'],
} as const satisfies Record<string, readonly Capability[]>;

export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as Role[];

const isRole = (name: string): name is Role => Object.hasOwn(roles, name);

/** Unknown names give nothing: a role removed from the table takes its rights with it. */
export function capabilitiesOf(names: readonly string[]): ReadonlySet<Capability> {
  return new Set(names.filter(isRole).flatMap((name) => [...roles[name]]));
}

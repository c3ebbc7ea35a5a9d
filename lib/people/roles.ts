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
  'review',
  'takeOn',
  'annotate',
  'reveal',
  'unrecuse',
  'entrusted',
  'readAll',
  'measure',
  'audit',
  'administer',
] as const;

export type Capability = (typeof capabilities)[number];

/** A role is a set of capabilities and nothing else. */
export const roles = {
  operator: ['fileForCaller', 'answer', 'redo', 'annotate', 'reveal', 'readAll'],
  dispatcher: ['fileForCaller', 'answer', 'dispatch', 'annotate', 'readAll'],
  handler: ['handle', 'annotate', 'reveal'],
  leader: ['handle', 'assign', 'takeOn', 'annotate', 'reveal'],
  interviewer: ['interview', 'annotate', 'reveal'],
  reviewer: ['review', 'annotate', 'readAll'],
  supervisor: ['supervise', 'redo', 'annotate', 'unrecuse', 'readAll', 'measure'],
  inspector: ['readAll', 'measure', 'audit'],
  administrator: ['administer'],
} as const satisfies Record<string, readonly Capability[]>;

export type Role = keyof typeof roles;

/**
 * Roles one person may not hold together: whoever acts does not also judge the acting, whoever only reads
 * takes no part, and whoever hands out rights supervises and decides nothing. In a small county an
 * administrator may also work on cases, but not name themselves to it.
 */
const apart: readonly (readonly [Role, Role])[] = [
  ['handler', 'interviewer'],
  ['leader', 'interviewer'],
  ['handler', 'reviewer'],
  ['leader', 'reviewer'],
  ['handler', 'supervisor'],
  ['leader', 'supervisor'],
  ['dispatcher', 'reviewer'],
  ['inspector', 'operator'],
  ['inspector', 'dispatcher'],
  ['inspector', 'handler'],
  ['inspector', 'leader'],
  ['inspector', 'interviewer'],
  ['inspector', 'reviewer'],
  ['inspector', 'supervisor'],
  ['inspector', 'administrator'],
  ['administrator', 'supervisor'],
  ['administrator', 'reviewer'],
];

/** The first pair among these roles that must be apart, or null. */
export function clashOf(names: readonly string[]): readonly [Role, Role] | null {
  return apart.find(([one, other]) => names.includes(one) && names.includes(other)) ?? null;
}

export const roleNames = Object.keys(roles) as Role[];

const isRole = (name: string): name is Role => Object.hasOwn(roles, name);

/** Unknown names give nothing: a role removed from the table takes its rights with it. */
export function capabilitiesOf(names: readonly string[]): ReadonlySet<Capability> {
  return new Set(names.filter(isRole).flatMap((name) => [...roles[name]]));
}

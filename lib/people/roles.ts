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
  'setUp',
  'system',
  'security',
  'logs',
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
  administrator: ['setUp', 'system', 'security', 'logs'],
  systemAdministrator: ['system'],
  securityAdministrator: ['security'],
  auditAdministrator: ['logs'],
} as const satisfies Record<string, readonly Capability[]>;

export type Role = keyof typeof roles;

/** The three parts of administration (GB/T 22239-2019, 8.1.5: 系统管理, 安全管理, 审计管理), each with who has it alone. */
const threeParts = {
  system: 'systemAdministrator',
  security: 'securityAdministrator',
  logs: 'auditAdministrator',
} as const satisfies Partial<Record<Capability, Role>>;

export type Part = keyof typeof threeParts;
export const parts = Object.keys(threeParts) as Part[];

/** Who has one part of administration and no other. */
export const administratorOf = (part: Part): Role => threeParts[part];

/** The parts of administration that come with these roles: three with that of who administers everything. */
export function partsIn(names: readonly string[]): Part[] {
  const given = capabilitiesOf(names);
  return parts.filter((it) => given.has(it));
}

/**
 * Roles one person may not hold together: whoever acts does not also judge the acting, whoever only reads
 * takes no part, and whoever hands out rights supervises and decides nothing. In a small county an
 * administrator may also work on cases, but not name themselves to it; whoever reads the logs does nothing
 * that stands in them. Where the three administrators are apart more is refused (administrators-stand.ts).
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
  ['systemAdministrator', 'inspector'],
  ['systemAdministrator', 'supervisor'],
  ['systemAdministrator', 'reviewer'],
  ['securityAdministrator', 'inspector'],
  ['securityAdministrator', 'supervisor'],
  ['securityAdministrator', 'reviewer'],
  ['auditAdministrator', 'operator'],
  ['auditAdministrator', 'dispatcher'],
  ['auditAdministrator', 'handler'],
  ['auditAdministrator', 'leader'],
  ['auditAdministrator', 'interviewer'],
  ['auditAdministrator', 'reviewer'],
  ['auditAdministrator', 'supervisor'],
  ['auditAdministrator', 'inspector'],
  ['auditAdministrator', 'administrator'],
  ['auditAdministrator', 'systemAdministrator'],
  ['auditAdministrator', 'securityAdministrator'],
];

/** Nobody hands rights to themselves: of a role they have they may keep a part, and may do no more than before. */
export function givesMore(before: readonly string[], after: readonly string[]): boolean {
  const had = capabilitiesOf(before);
  return [...capabilitiesOf(after)].some((it) => !had.has(it));
}

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

import { email as emailField } from '@/lib/fields';
import { personLogin } from '@/lib/people/person-fields';
import { administratorOf, clashOf, givesMore, parts, partsIn } from '@/lib/people/roles';
import { cellOf, findColumns, personColumns } from './columns';
import { differencesOf, textFault } from './compare';
import type { Fault, Plan, PlannedLine } from './fault';
import { placesIn } from './places';
import type { Line, Table } from './read-table';
import { rolesOf } from './words';

export interface KnownPerson {
  id: string;
  login: string;
  name: string;
  /** Code of the unit. */
  unit: string;
  roles: readonly string[];
  email: string | null;
  left: boolean;
  canSignIn: boolean;
  /** Open cases held in person. */
  cases: number;
}

export interface WantedPerson {
  login: string;
  name: string;
  unit: string;
  roles: readonly string[];
  email: string | null;
}

interface Known {
  people: readonly KnownPerson[];
  /** Open ones. */
  units: readonly { code: string; name: string }[];
  /** Whoever imports: a table gives them nothing either. */
  self: string;
  /** The three administrators are apart. */
  apart: boolean;
}

type Mistake = readonly [code: string, values?: Record<string, string | number>];

/**
 * What a table would do to the people there are, or what is wrong with each line. People are told by
 * their user name; an empty cell leaves what is there. Nobody is taken away by not being named.
 */
export function planPeople(table: Table, known: Known): Plan<WantedPerson> {
  if (!table.ok) return { faults: [table.fault], lines: [] };
  const { at, faults } = findColumns(table.header, personColumns, ['login']);
  if (faults.length > 0) return { faults, lines: [] };
  const cell = cellOf(at);
  const byLogin = new Map(known.people.map((it) => [it.login, it]));
  const placeOf = placesIn(known.units);
  const firstLine = new Map<string, number>();
  const lines: PlannedLine<WantedPerson>[] = [];
  for (const line of table.lines) {
    const read = readLine((column) => cell(line, column), byLogin, placeOf, known);
    const mistake = 'mistake' in read ? read.mistake : twice(firstLine, read.wanted.login, line);
    if ('mistake' in read || mistake) {
      const [code, values] = mistake ?? ['quotes'];
      faults.push({ line: line.line, code, ...(values ? { values } : {}) });
      continue;
    }
    const { wanted, old } = read;
    const differences = differencesOf<WantedPerson>(old, wanted);
    const doing = !old ? 'new' : Object.keys(differences).length > 0 ? 'changed' : 'unchanged';
    lines.push({ line: line.line, doing, name: wanted.name, differences, wanted });
  }
  faults.push(...administratorFaults(known.people, lines));
  return { faults: faults.toSorted((one, other) => one.line - other.line), lines };
}

function twice(firstLine: Map<string, number>, login: string, { line }: Line): Mistake | null {
  const before = firstLine.get(login);
  if (before !== undefined) return ['loginTwice', { login, before }];
  firstLine.set(login, line);
  return null;
}

function readLine(
  cell: (column: keyof typeof personColumns) => string,
  byLogin: ReadonlyMap<string, KnownPerson>,
  placeOf: ReturnType<typeof placesIn>,
  { self, apart }: Pick<Known, 'self' | 'apart'>,
): { mistake: Mistake } | { wanted: WantedPerson; old: KnownPerson | undefined } {
  const given = cell('login');
  const login = personLogin.safeParse(given);
  if (!login.success) {
    return { mistake: given === '' ? ['loginMissing'] : ['wrongLogin', { login: given }] };
  }
  const old = byLogin.get(login.data);
  const name = cell('name') || old?.name || '';
  const unitText = cell('unit');
  const unit = unitText ? placeOf(unitText) : old?.unit;
  const { roles, unknown } = rolesOf(cell('roles'));
  const wantedRoles = roles.length > 0 ? roles : (old?.roles.toSorted() ?? []);
  const clash = clashOf(wantedRoles);
  const address = cell('email');
  const email = address ? emailField().safeParse(address) : null;
  const mistakes: (Mistake | null | false)[] = [
    old?.left === true && ['personLeft', { name: old.name }],
    name === '' && ['nameMissing'],
    textFault(name, 40),
    unit === undefined && (unitText ? ['unknownUnit', { unit: unitText }] : ['unitMissing']),
    unit === 'many' && ['manyUnits', { unit: unitText }],
    unknown !== null && ['unknownRole', { role: unknown }],
    wantedRoles.length === 0 && ['rolesMissing'],
    clash !== null && ['rolesClash', { one: clash[0], other: clash[1] }],
    old?.id === self && givesMore(old.roles, wantedRoles) && ['ownRoles'],
    apart && partsIn(wantedRoles).length > 1 && ['threeApart', { name: name || login.data }],
    email !== null && !email.success && ['wrongEmail', { email: address }],
    old !== undefined &&
      old.unit !== unit &&
      old.cases > 0 && ['hasCases', { name: old.name, count: old.cases }],
  ];
  const mistake = mistakes.find((it): it is Mistake => Boolean(it));
  if (mistake || unit === undefined) return { mistake: mistake ?? ['unitMissing'] };
  const wanted = {
    login: login.data,
    name,
    unit,
    roles: wantedRoles,
    email: email?.success ? email.data : (old?.email ?? null),
  };
  return { wanted, old: old && { ...old, roles: old.roles.toSorted() } };
}

/** Lines that together would leave nobody who hands out rights and can sign in, or a part of administration to nobody. */
function administratorFaults(
  people: readonly KnownPerson[],
  lines: readonly PlannedLine<WantedPerson>[],
): Fault[] {
  const wanted = new Map(lines.map((it) => [it.wanted.login, it]));
  const before = people.filter((it) => !it.left);
  const staying = new Set(lines.flatMap((it) => partsIn(it.wanted.roles)));
  const faults = parts.flatMap((part): Fault[] => {
    const able = part === 'security';
    const had = before.filter((it) => partsIn(it.roles).includes(part) && (it.canSignIn || !able));
    const taken = had.flatMap((it) => {
      const line = wanted.get(it.login);
      return line && !partsIn(line.wanted.roles).includes(part) ? [line.line] : [];
    });
    const left = taken.length < had.length || (!able && staying.has(part));
    if (taken.length === 0 || left) return [];
    if (able) return taken.map((line) => ({ line, code: 'lastAdministrator' }));
    const values = { role: administratorOf(part) };
    return taken.map((line) => ({ line, code: 'partOfNobody', values }));
  });
  // That nobody would hand out rights any more says enough.
  const last = faults.filter((it) => it.code === 'lastAdministrator');
  return last.length > 0 ? last : faults;
}

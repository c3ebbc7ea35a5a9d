import type { Role } from '@/lib/people/roles';
import { diceOf, idsOf, mixed } from './ids';
import { personName, placeName } from './names';

type UnitKind = 'hotline' | 'district' | 'street' | 'community' | 'department' | 'utility';

export interface MadeUnit {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  kind: UnitKind;
  parentId: string | null;
  path: string;
}

export interface MadePerson {
  id: string;
  unitId: string;
  name: string;
  login: string;
  roles: Role[];
}

export interface MadeCounty {
  units: MadeUnit[];
  people: MadePerson[];
}

/** Fewest units that make a county: its offices, one street and one community. */
export const fewestUnits = 30;

/** Departments and companies by the codes topics name. */
// biome-ignore format: one line a kind
const offices: readonly (readonly [code: string, name: string, nameEn: string, kind: 'department' | 'utility'])[] = [
  ['housing', '住建局', 'Housing bureau', 'department'],
  ['citycare', '城管局', 'City management bureau', 'department'],
  ['market', '市场监管局', 'Market regulator', 'department'],
  ['education', '教育局', 'Education bureau', 'department'],
  ['civil', '民政局', 'Civil affairs bureau', 'department'],
  ['labour', '人社局', 'Labour bureau', 'department'],
  ['health', '卫健局', 'Health bureau', 'department'],
  ['transport', '交通局', 'Transport bureau', 'department'],
  ['trafficpolice', '公安局', 'Public security bureau', 'department'],
  ['farming', '农业农村局', 'Farming bureau', 'department'],
  ['waters', '水务局', 'Water bureau', 'department'],
  ['environment', '生态环境局', 'Environment bureau', 'department'],
  ['heating', '热力公司', 'Heating company', 'utility'],
  ['tapwater', '自来水公司', 'Water company', 'utility'],
  ['power', '供电公司', 'Power company', 'utility'],
  ['gas', '燃气公司', 'Gas company', 'utility'],
  ['bus', '公交公司', 'Bus company', 'utility'],
];

/** Communities to a street. */
const communitiesEach = 14;

/** A county of its own beside whatever else there is: codes and logins begin with the seed. */
export function madeCounty({ seed, units: count }: { seed: number; units: number }): MadeCounty {
  const mark = `g${seed}`;
  const newId = idsOf(seed, 0xffff_ffff, 0);
  const personId = peopleIds(seed);
  const roll = diceOf(seed, 0xc0ffee);
  const title = placeName(mixed(seed, 1) % 700);
  const units: MadeUnit[] = [];
  const people: MadePerson[] = [];

  const unit = (code: string, name: string, nameEn: string, kind: UnitKind, above?: MadeUnit) => {
    const full = `${mark}-${code}`;
    const path = `${above?.path ?? ''}${full}/`;
    const parentId = above?.id ?? null;
    const made = { id: newId(), code: full, name, nameEn, kind, parentId, path };
    units.push(made);
    return made;
  };
  const staff = (at: MadeUnit, roles: Role[], many: number) => {
    for (let nth = 0; nth < many; nth++) {
      const login = `${mark}-${String(people.length + 1).padStart(4, '0')}`;
      people.push({ id: personId(), unitId: at.id, name: personName(roll), login, roles });
    }
  };

  const centre = unit('centre', `${title}区接诉即办中心`, `Appeals centre ${mark}`, 'hotline');
  staff(centre, ['operator'], 24);
  staff(centre, ['dispatcher'], 12);
  const oversight = unit(
    'oversight',
    `${title}区督查室`,
    `Supervision office ${mark}`,
    'department',
  );
  staff(oversight, ['reviewer'], 5);
  staff(oversight, ['interviewer'], 10);
  staff(oversight, ['supervisor'], 3);
  staff(oversight, ['inspector'], 1);
  const district = unit('district', `${title}区`, `District ${mark}`, 'district');
  staff(district, ['leader'], 1);
  for (const [code, name, nameEn, kind] of offices) {
    const made = unit(code, `${title}区${name}`, `${nameEn} ${mark}`, kind, district);
    staff(made, ['handler'], 3);
    staff(made, ['leader'], 1);
  }
  let street: MadeUnit | undefined;
  for (let nth = 0; units.length < count; nth++) {
    const name = placeName(nth);
    if (!street || nth % (communitiesEach + 1) === 0) {
      street = unit(`s${nth}`, `${name}街道`, `Subdistrict ${nth}`, 'street', district);
      staff(street, ['handler'], 4);
      staff(street, ['leader'], 1);
    } else {
      staff(
        unit(`c${nth}`, `${name}社区`, `Community ${nth}`, 'community', street),
        ['handler'],
        1,
      );
    }
  }
  return { units, people };
}

/** More people than one row of ids holds: each row has a number of its own. */
function peopleIds(seed: number): () => string {
  let made = 0;
  let row = idsOf(seed, 0xffff_fffe, 0);
  return () => {
    if (made > 0 && made % 4096 === 0) row = idsOf(seed, 0xffff_fffe - made / 4096, 0);
    made += 1;
    return row();
  };
}

import type { Role } from '@/lib/people/roles';
import { type Caller, waiting } from './callers';
import type { MatrixCase } from './cases';
import { anyone, door, following, only, type Rule, seeing, staff } from './rules';
import type { Things } from './world';

export interface PageRow {
  rule: Rule;
  /** What stands for `[id]` and the like, of things and of the case; for `[caseNumber]` every case is asked about. */
  with?: (things: Things, about: MatrixCase | null) => Record<string, string>;
  /** What follows the path, filled in alike. */
  query?: string;
  /** Whoever gets the page reads the case's words there. */
  tells?: true;
}

const system: PageRow = { rule: only('administrator', 'systemAdministrator') };
const security: PageRow = { rule: only('administrator', 'securityAdministrator') };
const logs: PageRow = { rule: only('administrator', 'auditAdministrator') };
const setUp: PageRow = { rule: only('administrator') };
const measures: PageRow = { rule: only('supervisor', 'inspector') };
const desk: PageRow = { rule: only('operator', 'dispatcher') };
const open: PageRow = { rule: anyone() };
const checks = seeing(['supervisor', 'reviewer']);

const idOf = (name: keyof Things) => ({ with: (things: Things) => ({ id: things[name] }) });
const photo = { with: (_: Things, about: MatrixCase | null) => ({ id: about?.photoId ?? '' }) };

const administrators: readonly Role[] = [
  'administrator',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
];

/** Where the day begins for whom. */
const today: Rule = ({ role }) => {
  if (role === 'inspector') return 'to /supervision';
  return role && administrators.includes(role) ? 'to /admin' : staffPage(role);
};
const staffPage = (role: Caller['role']) => (role ? 'page' : door);

const waits = ({ name }: Caller): boolean => name === waiting;

/**
 * Who may open a contact: the unit while it has the case, whoever interviews once there is an answer, the
 * hotline always; of a resident who stays secret the hotline alone.
 */
const reveals: Rule = (caller, about) => {
  const atWork = caller.role === 'handler' || caller.role === 'leader';
  if (atWork) return seeing(null, ['secret', 'closed'])(caller, about);
  return seeing(['operator', 'interviewer'])(caller, about);
};

/**
 * Every page of the build and who gets it. A page that is missing here fails, and so does a line without a page.
 * The words are those of docs/security.md; nothing is taken from the code that guards.
 */
// biome-ignore format: one line a page
export const pages: Readonly<Record<string, PageRow>> = {
  '/': open,
  '/answers': { ...open, query: '?q=Zq' },
  '/file': open,
  '/file/[step]': { rule: anyone('to /file'), with: () => ({ step: 'where' }) },
  '/file/check': { rule: anyone('to /file') },
  '/file/offline': open,
  '/file/saved': { rule: anyone('to /file') },
  '/file/urgent': { rule: anyone('to /file') },
  '/join/[token]': { ...open, with: () => ({ token: 'A'.repeat(44) }) },
  '/mine': open,
  '/mine/data': { rule: anyone('to /mine') },
  '/mine/code': { rule: anyone('to /mine') },
  '/open': open,
  '/open/cases': open,
  '/open/cases/[slug]': { ...open, with: () => ({ slug: 'abcdefgh01234567' }) },
  '/open/exclusions': open,
  '/open/seals': open,
  '/open/spot-checks': open,
  '/sign-in': { rule: ({ role }) => (role ? 'to /desk' : 'page') },
  '/sign-in/second': { rule: (caller) => (waits(caller) ? 'page' : staff(caller, null)) },
  '/stop/[token]/ask': { ...open, with: () => ({ token: 'A'.repeat(44) }) },
  '/track': open,
  '/v/gone': open,
  '/v/lost': open,
  '/welcome/[token]': { ...open, with: () => ({ token: 'A'.repeat(43) }) },

  '/follow/[caseNumber]': { rule: following, tells: true },
  '/follow/[caseNumber]/[verb]': { rule: following, with: () => ({ verb: 'message' }) },
  '/follow/[caseNumber]/data': { rule: following },
  '/follow/[caseNumber]/proof': { rule: following },
  '/follow/[caseNumber]/receipt': { rule: following },
  '/follow/[caseNumber]/slip': { rule: following },

  '/appeals/[caseNumber]': { rule: seeing(), tells: true },
  '/appeals/[caseNumber]/[verb]': { rule: seeing(), with: () => ({ verb: 'annotate' }) },
  // The last news of the complaint is no letter.
  '/appeals/[caseNumber]/letter': { rule: seeing(['operator', 'dispatcher', 'handler', 'leader'], ['accused']), with: (_, about) => ({ voice: about?.voiceId ?? '' }), query: '?voice=[voice]' },
  '/appeals/[caseNumber]/photos/[id]/release': { rule: checks, ...photo },
  '/appeals/[caseNumber]/photos/[id]/release/preview': { rule: checks, ...photo, query: '?across=12&cell=1' },
  '/appeals/[caseNumber]/photos/[id]/taken': { rule: checks, ...photo },
  '/appeals/[caseNumber]/print': { rule: seeing(), tells: true },
  '/appeals/[caseNumber]/reveal/[voiceId]': { rule: reveals, with: (_, about) => ({ voiceId: about?.voiceId ?? '' }) },
  '/appeals/[caseNumber]/slip': { rule: seeing([]) },

  '/desk': { rule: today },
  '/desk/account': { rule: staff },
  '/desk/account/factor': { rule: staff },
  '/desk/bulk': { rule: only('handler', 'leader'), query: '?verb=accept' },
  '/desk/bulk/done': { rule: only('handler', 'leader'), query: '?verb=accept' },
  '/desk/callers': desk,
  '/desk/causes': { rule: only('handler', 'leader') },
  '/desk/duties': { rule: staff },
  '/desk/file': desk,
  '/desk/letters': desk,
  '/desk/notices': { rule: staff },
  '/desk/search': { rule: only('operator', 'dispatcher', 'handler', 'leader', 'interviewer', 'reviewer', 'supervisor', 'inspector'), query: '?words=Zq' },
  '/desk/showings': { rule: only('reviewer') },

  '/supervision': measures,
  '/supervision/breakdown': measures,
  '/supervision/burden': { rule: only('supervisor', 'inspector', 'leader') },
  '/supervision/cases': { ...measures, query: '?list=open' },
  '/supervision/exclusions': measures,
  '/supervision/exports': measures,
  '/supervision/lasting': measures,
  '/supervision/lasting/[roundId]/[laterId]': { ...measures, with: ({ fixRound, later }) => ({ roundId: fixRound, laterId: later }) },
  '/supervision/lasting/place': { ...measures, with: ({ subject }) => ({ subject }), query: '?key=7&subject=[subject]' },
  '/supervision/places': measures,
  '/supervision/reports': measures,
  '/supervision/reports/[id]': { ...measures, ...idOf('report') },
  '/supervision/signals': measures,
  '/supervision/signals/[id]': { ...measures, ...idOf('signal') },
  '/supervision/spot-checks': measures,
  '/supervision/trends': measures,

  '/admin': { rule: only('administrator', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator') },
  '/admin/answers': system,
  '/admin/answers/[id]': { ...system, ...idOf('answer') },
  '/admin/answers/new': system,
  '/admin/areas': system,
  '/admin/areas/[id]': { ...system, ...idOf('area') },
  '/admin/areas/import': system,
  '/admin/areas/new': system,
  '/admin/calendars': system,
  '/admin/calendars/[version]': { ...system, with: ({ calendar }) => ({ version: calendar }) },
  '/admin/calendars/new': system,
  '/admin/catalogue': system,
  '/admin/catalogue/[id]': { ...system, ...idOf('category') },
  '/admin/catalogue/import': system,
  '/admin/categories': system,
  '/admin/categories/[id]': { ...system, ...idOf('category') },
  '/admin/categories/import': system,
  '/admin/categories/new': system,
  '/admin/changes': logs,
  '/admin/exports': logs,
  '/admin/fallbacks': security,
  '/admin/import/[kind]': { ...security, with: () => ({ kind: 'people' }) },
  '/admin/limits': system,
  '/admin/limits/[id]': { ...system, ...idOf('limit') },
  '/admin/limits/new': system,
  '/admin/limits/presets': system,
  '/admin/limits/settings/[key]': { ...system, with: () => ({ key: 'objectDays' }) },
  '/admin/notices': system,
  '/admin/notices/texts': system,
  '/admin/people': security,
  '/admin/people/[id]': { ...security, ...idOf('person') },
  '/admin/people/[id]/[step]': { ...security, with: ({ person }) => ({ id: person, step: 'move' }) },
  '/admin/people/new': security,
  '/admin/readings': logs,
  '/admin/seals': logs,
  '/admin/settings': { rule: only('administrator', 'systemAdministrator', 'securityAdministrator') },
  '/admin/status': system,
  '/admin/score': system,
  '/admin/supervision': system,
  '/admin/supervision/levels/[level]': { ...system, with: () => ({ level: '1' }) },
  '/admin/supervision/rules/[id]': { ...system, ...idOf('rule') },
  '/admin/supervision/rules/new': system,
  '/admin/templates': system,
  '/admin/templates/[id]': { ...system, ...idOf('template') },
  '/admin/templates/new': system,
  '/admin/units': system,
  '/admin/units/[id]': { ...system, ...idOf('unit') },
  '/admin/units/[id]/[step]': { ...system, with: ({ unit }) => ({ id: unit, step: 'move' }) },
  '/admin/units/new': system,
  '/set-up': setUp,
  '/set-up/[step]': { rule: (caller) => (caller.role === 'administrator' ? 'to /set-up' : only()(caller, null)), with: () => ({ step: 'units' }) },
};

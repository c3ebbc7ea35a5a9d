import type { Asked } from '../served/ask';
import type { Caller } from './callers';
import type { MatrixCase } from './cases';
import { anyone, door, nothing, type Outcome, type Rule } from './rules';
import type { Things } from './world';

export interface HandlerRow {
  rule: Rule;
  method?: 'GET' | 'POST';
  with?: (things: Things, about: MatrixCase | null) => Record<string, string>;
  query?: string;
  /** A form of ours, unless it says that it is JSON. */
  body?: (about: MatrixCase | null) => string;
  json?: true;
  /** What it may answer instead, by how the server is and not by who asks. */
  or?: number;
  /** About every case, though its address names none. */
  everyCase?: true;
}

/** What is sent with a POST. */
export function asked({ method = 'GET', body, json }: HandlerRow, about: MatrixCase | null): Asked {
  if (method === 'GET') return {};
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
  return { method, headers: { 'content-type': type }, body: body?.(about) ?? '' };
}

const token = () => ({ token: 'A'.repeat(44) });
const open: HandlerRow = { rule: anyone() };

const table =
  (...roles: readonly string[]): Rule =>
  ({ role }) =>
    role && roles.includes(role) ? 'page' : nothing;
const measured: Rule = (caller) =>
  caller.role ? table('supervisor', 'inspector')(caller, null) : door;
const measuredOrLed: Rule = (caller) =>
  caller.role ? table('supervisor', 'inspector', 'leader')(caller, null) : door;

const sees = ({ sees: seen }: Caller, about: MatrixCase | null): boolean =>
  about !== null && seen.includes(about.name);
const follows = ({ follows: own }: Caller, about: MatrixCase | null): boolean =>
  own !== null && own === about?.name;

/** For whom it is; to all others there is no such thing. */
const theirs =
  (whose: (caller: Caller, about: MatrixCase | null) => boolean, outcome: Outcome = 'page'): Rule =>
  (caller, about) =>
    whose(caller, about) ? outcome : 404;

const checks = (caller: Caller, about: MatrixCase | null): boolean =>
  sees(caller, about) && (caller.role === 'supervisor' || caller.role === 'reviewer');

const photo = (_: Things, about: MatrixCase | null) => ({ id: about?.photoId ?? '' });
/** An empty form of pictures: taken by whoever may hold some, and led back. */
const led =
  (to: string) =>
  (caller: Caller, about: MatrixCase | null): Outcome => {
    const may = to === '/follow' ? follows(caller, about) : caller.role !== null;
    return may && about ? `to ${to}/${about.caseNumber}` : 404;
  };

/** Every route handler of the build, and what it answers to whom. A page's own rules stand in pages.ts. */
// biome-ignore format: one line a way in
export const handlers: Readonly<Record<string, HandlerRow>> = {
  '/admin/areas/export': { rule: table('administrator', 'systemAdministrator') },
  '/admin/catalogue/export': { rule: table('administrator', 'systemAdministrator') },
  '/admin/import/template': { rule: table('administrator', 'securityAdministrator'), query: '?of=people' },
  '/api/health': open,
  // Without a token in the settings it is not there.
  '/api/metrics': { rule: anyone(404) },
  '/api/presence': { rule: theirs(sees), method: 'POST', json: true, everyCase: true, body: (about) => JSON.stringify({ caseNumber: about?.caseNumber, step: null, gone: false }) },
  '/api/ready': { rule: anyone(), or: 503 },
  '/appeals/[caseNumber]/photos': { rule: led('/appeals'), method: 'POST', query: '?remove=none' },
  '/appeals/[caseNumber]/photos/[id]': { rule: theirs(sees), with: photo },
  '/appeals/[caseNumber]/photos/[id]/release/picture': { rule: theirs(checks), with: photo, query: '?across=12&cell=1' },
  '/file/kept': { rule: anyone(400), method: 'POST', body: () => 'keptStep=what' },
  '/file/later': { rule: anyone(400), method: 'POST', body: () => 'what=x' },
  '/file/photos': { rule: anyone(404), method: 'POST' },
  '/file/photos/[id]': { rule: anyone(404), with: ({ template }) => ({ id: template }) },
  '/follow/[caseNumber]/photos': { rule: led('/follow'), method: 'POST', query: '?remove=none' },
  '/follow/[caseNumber]/photos/[id]': { rule: theirs(follows), with: photo },
  '/follow/[caseNumber]/data/file': { rule: theirs(follows) },
  '/follow/[caseNumber]/proof/file': { rule: theirs(follows) },
  '/language': { rule: anyone('to /track'), query: '?to=zh&back=/track' },
  '/large': { rule: anyone('to /track'), query: '?to=normal&back=/track' },
  '/manifest.webmanifest': open,
  '/mine/data/file': { rule: anyone(404) },
  '/mark': { rule: anyone(404) },
  '/open/cases/[slug]/photos/[id]': { rule: anyone(404), with: ({ template }) => ({ slug: 'abcdefgh01234567', id: template }) },
  '/open/cases/atom': open,
  '/open/seals/file': open,
  '/outlines': open,
  // Without a place to sign in at in the settings they are not there.
  '/sign-in/sso': { rule: anyone(404), query: '?back=/desk' },
  '/sign-in/sso/back': { rule: anyone(404), query: '?code=x&state=x' },
  '/stop/[token]': { rule: anyone(`to /stop/${token().token}/ask`), with: token },
  '/supervision/burden/file': { rule: measuredOrLed },
  '/supervision/exports/file': { rule: measured, method: 'POST', body: () => 'kind=cases&format=csv&from=2026-01-01&to=2026-01-31' },
  '/supervision/reports/[id]/file': { rule: measured, with: ({ report }) => ({ id: report }) },
  '/v/[token]': { rule: anyone('to /v/lost'), with: token },
};

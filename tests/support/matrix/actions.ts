import type { Role } from '@/lib/people/roles';
import { newId, person, unitId } from '../county';
import type { Given } from '../served/call-action';
import type { Caller } from './callers';
import type { CaseName, MatrixCase } from './cases';
import type { Things } from './world';

export interface ActionRow {
  /** Who may change something by these very arguments; everybody else must change nothing. */
  may: (caller: Caller, about: MatrixCase) => boolean;
  given: (things: Things, about: MatrixCase) => Given;
  /** About which cases it is tried; `own` alone where it is about none. */
  about?: readonly CaseName[];
  /** Who, asked last, does change something by them: that they are refused for who asks and not for what is asked. */
  proof?: string;
}

type Fields = Record<string, string>;
const form = (fields: Fields, ...bound: unknown[]): Given => ({ bound, fields, state: true });
const bare = (...bound: unknown[]): Given => ({ bound, state: false });

const nobody = () => false;
const roles =
  (...names: Role[]) =>
  ({ role }: Caller): boolean =>
    role !== null && names.includes(role);
const signedIn = ({ role }: Caller): boolean => role !== null;
const seeing =
  (...names: Role[]) =>
  (caller: Caller, about: MatrixCase): boolean =>
    roles(...names)(caller) && caller.sees.includes(about.name);
const follows = ({ follows: own }: Caller, about: MatrixCase): boolean => own === about.name;

const everyCase = ['own', 'colleague', 'other', 'accused', 'secret', 'closed', 'filed'] as const;

/**
 * Of administration, for who administers everything and one of the three: refused to all others; `proof` by
 * the one of the three unless it says otherwise.
 */
const admin =
  (who: Role) =>
  (given: ActionRow['given'], proof?: 'unproven'): ActionRow => ({
    ...{ may: roles('administrator', who), given },
    ...(proof ? {} : { proof: who }),
  });
const system = admin('systemAdministrator');
const security = admin('securityAdministrator');
const audit = admin('auditAdministrator');
/** Over with the setting up of the county: nobody any more. */
const over = (given: ActionRow['given']): ActionRow => ({ may: nobody, given });

const limit = { amount: '6', unit: 'hours', source: '县里的规定', level: 'county' };
const on = '2099-03-01';

/** A step of the desk about every case. */
const deskStep = (
  verb: string,
  who: ActionRow['may'],
  fields: () => Fields,
  proof?: string,
): ActionRow => ({
  may: who,
  given: (_, { caseNumber }) => form(fields(), 'desk', verb, caseNumber),
  about: everyCase,
  ...(proof ? { proof } : {}),
});
const voiceStep = (verb: string, fields: Fields, proof?: string): ActionRow => ({
  may: follows,
  given: (_, { caseNumber }) => form(fields, 'voice', verb, caseNumber),
  about: everyCase,
  ...(proof ? { proof } : {}),
});
const writers = [
  'inspector',
  'operator',
  'dispatcher',
  'handler',
  'leader',
  'reviewer',
  'supervisor',
] as const;
/**
 * The unit; and of the complaint, which was given to the unit of one of the two fallbacks, the other of them
 * (docs/decisions/0013-whoever-it-is-about.md).
 */
const ofTheUnit = (caller: Caller, about: MatrixCase): boolean =>
  seeing('handler', 'leader')(caller, about) ||
  (caller.role === 'supervisor' && about.name === 'accused');

/**
 * Every server action of the build, and who may change something by it. One that is missing here fails, and so
 * does a line without an action. Where a line holds several, they are several sets of arguments.
 */
// biome-ignore format: one line an action
export const actions: Readonly<Record<string, readonly ActionRow[]>> = {
  'app/actions/account.ts changePassword': [{ may: nobody, given: () => form({ now: 'not this one', password: 'eine lange Reihe', again: 'eine lange Reihe' }) }],
  'app/actions/account.ts endSessionElsewhere': [{ may: ({ name }) => name === 'handler', given: ({ session }) => bare(session), proof: 'handler' }],
  'app/actions/account.ts endSessionsElsewhere': [{ may: signedIn, given: () => bare() }],
  'app/actions/admin/apart.ts answerThreeTogether': [audit(() => form({}, 'refused'), 'unproven')],
  'app/actions/admin/apart.ts askThreeTogether': [security(() => form({}), 'unproven')],
  'app/actions/admin/apart.ts keepThreeApart': [security(() => form({}), 'unproven')],
  'app/actions/admin/areas.ts importAreasNow': [system(() => form({ stage: 'confirm', text: 'name,unit\n新安里,liuwan' }), 'unproven')],
  'app/actions/admin/areas.ts retireAreaNow': [system(({ area }) => form({}, area))],
  'app/actions/admin/areas.ts saveAreaNow': [system(() => form({ name: '新安里', unitId: unitId('liuwan') }, 'new'))],
  'app/actions/admin/calendars.ts addCalendarNow': [system(() => form({ stage: 'confirm', source: '国办发明电' }), 'unproven')],
  'app/actions/admin/catalogue.ts changeEntryNow': [system(({ category }) => form({}, 'end', category), 'unproven')],
  'app/actions/admin/catalogue.ts importCatalogueNow': [system(() => form({ stage: 'confirm', text: 'category,lead' }), 'unproven')],
  'app/actions/admin/catalogue.ts saveEntryNow': [system(({ category }) => form({ leadKind: 'street', basis: '县里的规定第三条' }, category), 'unproven')],
  'app/actions/admin/categories.ts addCategoryNow': [system(() => form({ name: '新的一类', nameEn: 'A new one' }))],
  'app/actions/admin/categories.ts changeCategoryNow': [system(({ category }) => form({ name: '另一个名字', nameEn: 'Another name' }, 'rename', category))],
  'app/actions/admin/categories.ts importCategoriesNow': [system(() => form({ stage: 'confirm', text: '名称,英文名\n新类,New' }), 'unproven')],
  'app/actions/admin/dictation.ts switchDictation': [system(() => form({ dictation: 'on' }))],
  'app/actions/admin/fallbacks.ts nameTheFallbacks': [security(() => form({ first: person('linxiao').personId, second: person('hewei').personId }, 'admin'))],
  'app/actions/admin/limits.ts addLimitNow': [system(() => form({ kind: 'dispatch', urgency: 'urgent', ...limit }), 'unproven')],
  'app/actions/admin/limits.ts applyPresetNow': [system(() => form({ preset: 'beijing', fingerprint: '0'.repeat(64), sure: 'yes' }), 'unproven')],
  'app/actions/admin/limits.ts changeLimitNow': [system(({ limit: id }) => form(limit, id), 'unproven')],
  'app/actions/admin/limits.ts changeSettingNow': [system(() => form({ amount: '21', unit: 'calendarDays', source: '县里的规定' }, 'objectDays'))],
  'app/actions/admin/limits.ts retireLimitNow': [system(({ limit: id }) => form({}, id), 'unproven')],
  'app/actions/admin/map.ts saveMap': [system(() => form({ tileSystem: 'wgs84', mapZoom: '12' }), 'unproven')],
  'app/actions/admin/notices.ts sendNoticeAgain': [system(({ notice }) => form({ notice }))],
  'app/actions/admin/notices.ts switchPush': [system(() => form({ push: 'on' }))],
  'app/actions/admin/org-import.ts importOrganisation': [system(() => form({ step: 'apply', text: 'code,name', digest: '0' }, 'units'), 'unproven'), security(() => form({ step: 'apply', text: 'login,name', digest: '0' }, 'people'), 'unproven')],
  'app/actions/admin/people.ts addAbsence': [security(({ person: id }) => form({ fromOn: on, untilOn: '2099-03-04' }, id))],
  'app/actions/admin/people.ts addPerson': [security(() => form({ name: '新来的', login: 'xinlaide', unitId: unitId('heating'), roles: 'handler' }))],
  'app/actions/admin/people.ts cancelAbsence': [security(({ person: id, absence }) => form({}, id, absence))],
  'app/actions/admin/people.ts changePerson': [security(({ person: id }) => form({ name: '何大伟', roles: 'handler', digest: 'yes' }, id))],
  'app/actions/admin/people.ts giveLink': [security(({ person: id }) => form({}, id))],
  'app/actions/admin/people.ts handOverCases': [security(({ person: id }) => form({}, id), 'unproven')],
  'app/actions/admin/people.ts leavePerson': [security(({ leaver }) => form({}, leaver))],
  'app/actions/admin/people.ts movePerson': [security(({ person: id }) => form({ unitId: unitId('heating') }, id))],
  'app/actions/admin/people.ts returnPerson': [security(({ gone }) => form({ unitId: unitId('heating') }, gone))],
  'app/actions/admin/people.ts setDeputy': [security(({ person: id }) => form({ deputyId: person('guotao').personId }, id))],
  'app/actions/admin/people.ts signOutEverywhere': [security(({ spare }) => form({}, spare))],
  'app/actions/admin/people.ts takeFactorFrom': [security(({ person: id }) => form({}, id), 'unproven')],
  'app/actions/admin/people.ts unbindSingleSignOn': [security(({ person: id }) => form({}, id), 'unproven')],
  'app/actions/admin/retention.ts ruleRetention': [security(() => form({ photoDays: '400', contactDays: '365', wordDays: '1826' }))],
  'app/actions/admin/second-factor.ts rulePasswordAge': [security(() => form({ rule: 'on', passwordDays: '730' }))],
  'app/actions/admin/second-factor.ts ruleIdle': [security(() => form({ idle: '30' }))],
  'app/actions/admin/second-factor.ts ruleProof': [security(() => form({ minutes: '30' }))],
  'app/actions/admin/second-factor.ts ruleSecondFactor': [security(() => form({ rule: 'on', days: '90' }))],
  'app/actions/admin/set-up.ts addFirstUnits': [over(() => form({ name1: '新街道', nameEn1: 'New', kind1: 'street' }))],
  'app/actions/admin/set-up.ts chooseRules': [over(() => form({ ruleSet: 'beijing' }))],
  'app/actions/admin/set-up.ts fileTrial': [system(() => form({ what: '试一试', place: '这里' }, 'settings'))],
  'app/actions/admin/set-up.ts inviteFirstPerson': [over(() => form({ name: '新来的', login: 'diyige', role: 'handler' }))],
  'app/actions/admin/set-up.ts openService': [over(() => form({}))],
  'app/actions/admin/settings.ts saveSettings': [system(() => form({ name: '另一个县', nameEn: 'Another', zone: 'Asia/Shanghai', reopenDays: '30' }, 'settings'))],
  'app/actions/admin/score.ts setScoreWeights': [system(() => form({ nth: '0', response: '30', solved: '35', satisfiedResult: '35', satisfiedHandling: '0', grounds: '县里的考核办法第三条' }))],
  'app/actions/admin/supervision.ts nameSupervisionOfficers': [system(() => form({ people: person('zhoumin').personId }, 1))],
  'app/actions/admin/supervision.ts saveSupervisionRule': [system(() => form({ threshold: '9', level: '2', enabled: 'yes', source: '县里的规定' }, 'handOvers', null))],
  'app/actions/admin/units.ts addUnit': [system(() => form({ name: '新单位', nameEn: 'New unit', kind: 'department', code: 'new-unit' }))],
  'app/actions/admin/units.ts changeUnit': [system(({ unit }) => form({ name: '热力', nameEn: 'Heat', kind: 'utility' }, unit))],
  'app/actions/admin/units.ts closeUnit': [system(({ empty }) => form({}, empty))],
  'app/actions/admin/units.ts mergeUnit': [system(({ merged }) => form({ intoId: unitId('heating') }, merged))],
  'app/actions/admin/units.ts moveUnit': [system(({ unit }) => form({ parentId: '' }, unit))],
  'app/actions/admin/units.ts reopenUnit': [system(({ shut }) => form({}, shut))],
  'app/actions/answers.ts saveAnswer': [system(() => form({ question: '路灯坏了找谁', body: '找我们' }, null))],
  'app/actions/answers.ts setAnswerUse': [system(({ answer }) => form({}, answer, 'retired'))],
  'app/actions/appeals.ts takeStep': [
    deskStep('annotate', seeing(...writers), () => ({ note: '看过了' }), 'dispatcher'),
    deskStep('dispatch', seeing('dispatcher'), () => ({ unitId: unitId('heating'), reason: '归他们' })),
    deskStep('accept', ofTheUnit, () => ({})),
    deskStep('resolve', ofTheUnit, () => ({ outcome: 'done', answer: '换了灯' }), 'handler'),
    deskStep('supervise', seeing('supervisor'), () => ({ level: '1', reason: '盯住', nextOn: on })),
    deskStep('redo', seeing('operator', 'supervisor'), () => ({ reason: '没办好' })),
    deskStep('decline', seeing('dispatcher'), () => ({ class: 'court', reason: '归法院', route: '法院' })),
    deskStep('judge', nobody, () => ({ round: '1', solved: 'yes', result: 'satisfied', handling: 'satisfied', pressed: 'no' })),
    deskStep('withdraw', nobody, () => ({ reason: '不用了' })),
    deskStep('askExclusion', nobody, () => ({ round: '9', class: 'law', evidence: '没有这一轮' })),
    deskStep('erase', nobody, () => ({})),
    deskStep('lapse', nobody, () => ({})),
    voiceStep('message', { text: '还没来人', words: '还没来人' }),
    voiceStep('withdraw', { reason: '不用了', pressed: 'no', sure: 'yes' }, 'resident with the link'),
    voiceStep('annotate', { note: '我来写' }),
  ],
  'app/actions/bulk.ts takeInBulk': [
    { may: nobody, given: (_, { caseNumber }) => form({ case: `${caseNumber}.3.${newId()}` }, 'accept'), about: everyCase },
    { may: seeing('dispatcher'), given: (_, { caseNumber }) => form({ case: `${caseNumber}.1.${newId()}`, unitId: unitId('heating') }, 'dispatch'), about: everyCase },
  ],
  'app/actions/callers.ts findCaller': [{ may: roles('operator', 'dispatcher'), given: (_, { phone }) => form({ phone }), proof: 'operator' }],
  'app/actions/coming-back.ts askCode': [{ may: nobody, given: (_, { phone }) => form({ contact: phone }) }],
  'app/actions/coming-back.ts closeCases': [{ may: nobody, given: () => bare() }],
  'app/actions/coming-back.ts giveCode': [{ may: nobody, given: () => form({ code: '123456' }) }],
  'app/actions/file.ts fileForCaller': [{ may: roles('operator', 'dispatcher'), given: () => form({ what: '井盖松了', place: '东街 9 号', way: 'link', stage: 'new' }), proof: 'operator' }],
  'app/actions/file.ts fileOwn': [{ may: nobody, given: () => form({ what: '', place: '' }) }],
  'app/actions/filing-steps.ts dropOwnDraft': [{ may: nobody, given: () => bare() }],
  'app/actions/filing-steps.ts takeFilingStep': [{ may: nobody, given: () => form({ what: '井盖松了' }, 'no such step') }],
  'app/actions/filters.ts dropFilter': [{ may: ({ name }) => name === 'handler', given: ({ filter }) => bare(filter, '/desk'), proof: 'handler' }],
  'app/actions/filters.ts keepFilter': [{ may: signedIn, given: () => form({ place: 'search', name: newId().slice(-8), query: 'words=灯' }), proof: 'operator' }],
  'app/actions/forget-case.ts forgetCase': [{ may: nobody, given: (_, { caseNumber }) => bare(caseNumber) }],
  'app/actions/join.ts joinByLink': [{ may: nobody, given: () => form({ way: 'link', words: '我也是' }, 'A'.repeat(44)) }],
  'app/actions/lasting.ts markAfterEffect': [{ may: roles('supervisor'), given: ({ fixRound, later }) => form({ round: fixRound, later, marks: '0', grounds: '这是另一段管道，与上次的无关' }), proof: 'supervisor' }],
  'app/actions/letters.ts handOverLetter': [{ may: seeing('operator', 'dispatcher', 'handler', 'leader'), given: ({ letters }, { name, caseNumber, voiceId }) => form({ caseNumber, voice: voiceId, notice: letters.split(' ')[everyCase.indexOf(name)] ?? '' }), about: everyCase, proof: 'operator' }],
  'app/actions/notice-choice.ts chooseNotices': [{ may: follows, given: (_, { caseNumber }) => form({ channel: 'none' }, caseNumber), about: everyCase, proof: 'resident with the link' }],
  'app/actions/notices.ts seeNotices': [{ may: signedIn, given: () => ({ bound: [], fields: { upTo: '1900000000000' }, state: false }), proof: 'operator' }],
  'app/actions/own-devices.ts endHere': [{ may: follows, given: (_, { caseNumber }) => bare(caseNumber, 'https://fcm.googleapis.com/fcm/send/x'), about: everyCase }],
  'app/actions/own-devices.ts tellHere': [{ may: follows, given: (_, { caseNumber }) => bare(caseNumber, { endpoint: 'https://fcm.googleapis.com/fcm/send/x', keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) } }), about: everyCase }],
  'app/actions/photos.ts decidePhoto': [{ may: seeing('supervisor', 'reviewer'), given: (_, { caseNumber, photoId }) => form({ nth: '0', reason: '看得清脸' }, 'keep', caseNumber, photoId), about: everyCase, proof: 'reviewer' }],
  'app/actions/photos.ts showTaken': [{ may: seeing('supervisor', 'reviewer'), given: (_, { caseNumber, photoId }) => form({ reason: '核对时间' }, caseNumber, photoId), about: everyCase, proof: 'reviewer' }],
  'app/actions/reveal.ts revealContact': [{ may: (caller, about) => seeing('operator')(caller, about) || (caller.role === 'interviewer' && about.name === 'closed') || (seeing('handler', 'leader')(caller, about) && about.name !== 'secret' && about.name !== 'closed'), given: (_, { caseNumber, voiceId }) => form({ reason: '约上门时间' }, caseNumber, voiceId), about: everyCase, proof: 'operator' }],
  'app/actions/second-factor.ts changeFactor': [{ may: nobody, given: () => form({ what: 'offer', proof: 'not this one' }) }],
  'app/actions/second-factor.ts enrol': [{ may: nobody, given: () => form({ code: '123456' }) }],
  'app/actions/second-factor.ts readFactorTaken': [{ may: signedIn, given: () => bare() }],
  'app/actions/sign-in.ts renewPassword': [{ may: nobody, given: () => form({ now: 'not this one', password: 'eine lange Reihe', again: 'eine lange Reihe' }) }],
  'app/actions/sign-in.ts enterCode': [{ may: nobody, given: () => form({ code: '123456' }) }],
  'app/actions/sign-in.ts signIn': [{ may: nobody, given: () => form({ login: 'wukai', password: 'not this one' }) }],
  'app/actions/sign-in.ts signOut': [{ may: (caller) => signedIn(caller) || caller.name === 'session awaiting its code', given: () => bare(), proof: 'interviewer' }],
  'app/actions/signals.ts lookInto': [{ may: roles('supervisor', 'inspector'), given: ({ signal }) => form({ signal, state: 'explained', finding: '同一天换了一批灯，没有别的' }), proof: 'supervisor' }],
  'app/actions/spot-checks.ts announceSpotDraw': [{ may: roles('inspector'), given: () => form({ perMille: '100', source: '福彩双色球', valueOn: on }) }],
  'app/actions/spot-checks.ts enterSpotValue': [{ may: roles('inspector'), given: () => form({ value: '01 02 03', again: '01 02 03' }) }],
  'app/actions/templates.ts saveNewTemplate': [system(() => form({ verb: 'resolve', name: '新的', body: '办好了' }))],
  'app/actions/templates.ts saveTemplate': [system(({ template }) => form({ name: '换灯二', body: '灯换了', number: '1' }, template))],
  'app/actions/templates.ts setTemplateUse': [system(({ template }) => form({}, template, 'retired'))],
  'app/actions/track.ts track': [{ may: nobody, given: (_, { caseNumber }) => form({ number: caseNumber, digits: '0000' }), about: everyCase }],
  'app/welcome/[token]/accept.ts accept': [{ may: nobody, given: () => form({ name: '谁', login: 'shuishui', password: 'eine lange Reihe', again: 'eine lange Reihe' }, 'A'.repeat(43)) }],
};

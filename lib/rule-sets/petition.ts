import { house, type Preset, pinggu, testing } from './preset';
import { supervision } from './supervision';

const regulation = '信访工作条例（2022）';

/**
 * The national regulation on letters and visits. Its plain 日 are calendar days; only the objection to
 * a transfer (Art 23) is in working days. Art 34 counts from acceptance,
 * our promise from filing: it ends no later than the law's.
 */
// biome-ignore format: one line a row
export const petition: Preset = {
  code: 'petition',
  name: '信访',
  nameEn: 'Letters and visits (xinfang)',
  about: '按《信访工作条例》：15 日内转送交办，15 日内书面告知是否受理，60 日内办结，可延长一次、最长 30 日。自然日。',
  aboutEn: 'The national regulation on letters and visits: passed on within 15 days, told in writing within 15 days whether it is accepted, finished within 60 days, one extension of up to 30. Calendar days.',
  limits: [
    { kind: 'promise',  urgency: null, amount: 60, unit: 'calendarDays', statutory: true,  level: 'national', source: `${regulation}第三十四条：自受理之日起 60 日内办结` },
    { kind: 'dispatch', urgency: null, amount: 15, unit: 'calendarDays', statutory: true,  level: 'national', source: `${regulation}第二十二条：15 日内转送、交办` },
    { kind: 'accept',   urgency: null, amount: 15, unit: 'calendarDays', statutory: true,  level: 'national', source: `${regulation}第二十三条：15 日内书面告知是否受理` },
    { kind: 'contact',  urgency: null, amount: 15, unit: 'calendarDays', statutory: true,  level: 'national', source: `${regulation}第二十三条：15 日内书面告知信访人` },
    { kind: 'sendBack', urgency: null, amount: 5,  unit: 'workingDays',  statutory: true,  level: 'national', source: `${regulation}第二十三条：有异议的，自收到之日起 5 个工作日内提出` },
    { kind: 'rate',     urgency: null, amount: 30, unit: 'calendarDays', statutory: false, level: 'county',   source: `参照${regulation}第三十五条：30 日内申请复查；${house}` },
    { kind: 'decide',   urgency: null, amount: 30, unit: 'calendarDays', statutory: true,  level: 'national', source: `${regulation}第三十五条：30 日内提出复查意见` },
    { kind: 'reportIn', urgency: null, amount: 30, unit: 'minutes',      statutory: false, level: 'county',   source: `${pinggu}；${house}` },
    { kind: 'arrive', urgency: null, amount: 30, unit: 'minutes',      statutory: false, level: 'county',   source: `${pinggu}；${house}` },
    { kind: 'reportBack', urgency: null, amount: 1,  unit: 'workingDays',  statutory: false, level: 'county',   source: house },
  ],
  settings: [
    { key: 'extendTimes',    amount: 1,   unit: null,           source: `${regulation}第三十四条：经批准可延长；一次为${house}` },
    { key: 'extendMost',     amount: 30,  unit: 'calendarDays', source: `${regulation}第三十四条：延长期限不得超过 30 日` },
    { key: 'parkTimes',      amount: 1,   unit: null,           source: house },
    { key: 'parkMost',       amount: 180, unit: 'calendarDays', source: `${house}；参照安徽省（2025）承诺办理最长 9 个月` },
    { key: 'questionTimes',  amount: 2,   unit: null,           source: `等诉求人答复时停表，次数为${house}` },
    { key: 'questionMost',   amount: 15,   unit: 'calendarDays', source: `等诉求人答复的天数为${house}` },
    { key: 'questionTries',  amount: 2,   unit: null,           source: house },
    { key: 'testTimes',      amount: 2,   unit: null,           source: `${testing}；次数为${house}` },
    { key: 'testMost',       amount: 90,  unit: 'calendarDays', source: `${testing}；天数为${house}` },
    { key: 'concludeRounds', amount: 3,   unit: null,           source: `${regulation}第三十六条：复核后同一事实和理由不再受理；三次参照巴彦淖尔市规则，为${house}` },
    { key: 'objectDays',     amount: 30,  unit: 'calendarDays', source: `${regulation}第三十五条：30 日内申请复查` },
    { key: 'handOverTimes',  amount: 3,   unit: null,           source: `参照安徽省12345热线诉求闭环办理工作规范（2025）：三次转办无人承办的由热线指定；${house}` },
  ],
  supervision,
};

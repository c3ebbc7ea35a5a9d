import { house, type Preset, pinggu, testing } from './preset';
import { supervision } from './supervision';

const practice = '上海 12345 办理时限（2015 年公开报道；执法程序除外）';

/**
 * One, five and fifteen working days by the kind of appeal, which here are told apart by urgency. The
 * rest are house defaults in the same kind of time; where danger cannot wait for Monday, hours.
 */
// biome-ignore format: one line a row
export const shanghai: Preset = {
  code: 'shanghai',
  name: '上海',
  nameEn: 'Shanghai',
  about: '1、5、15 个工作日三档，遇节假日顺延、遇调休上班日计入。',
  aboutEn: 'Three steps of 1, 5 and 15 working days; holidays do not count, make-up workdays do.',
  limits: [
    { kind: 'promise',  urgency: 'extraUrgent', amount: 1,  unit: 'workingDays',  statutory: false, level: 'province', source: `${practice}：1 个工作日` },
    { kind: 'promise',  urgency: 'urgent',      amount: 1,  unit: 'workingDays',  statutory: false, level: 'province', source: `${practice}：1 个工作日` },
    { kind: 'promise',  urgency: 'ordinary',    amount: 5,  unit: 'workingDays',  statutory: false, level: 'province', source: `${practice}：5 个工作日` },
    { kind: 'promise',  urgency: 'complex',     amount: 15, unit: 'workingDays',  statutory: false, level: 'province', source: `${practice}：15 个工作日` },
    { kind: 'dispatch', urgency: null,          amount: 2,  unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'accept',   urgency: null,          amount: 1,  unit: 'workingDays',  statutory: false, level: 'county',   source: house },
    { kind: 'accept',   urgency: 'extraUrgent', amount: 2,  unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'contact',  urgency: null,          amount: 1,  unit: 'workingDays',  statutory: false, level: 'county',   source: house },
    { kind: 'contact',  urgency: 'extraUrgent', amount: 2,  unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'sendBack', urgency: null,          amount: 2,  unit: 'workingDays',  statutory: false, level: 'county',   source: `参照山东省 12345 办理规定（2020-01 公开报道）：退单 2 个工作日；${house}` },
    { kind: 'sendBack', urgency: 'urgent',      amount: 4,  unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'sendBack', urgency: 'extraUrgent', amount: 1,  unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'rate',     urgency: null,          amount: 7,  unit: 'calendarDays', statutory: false, level: 'county',   source: house },
    { kind: 'decide',   urgency: null,          amount: 1,  unit: 'workingDays',  statutory: false, level: 'county',   source: house },
    { kind: 'reportIn', urgency: null,          amount: 30, unit: 'minutes',      statutory: false, level: 'county',   source: `${pinggu}；${house}` },
    { kind: 'arrive', urgency: null,          amount: 30, unit: 'minutes',      statutory: false, level: 'county',   source: `${pinggu}；${house}` },
    { kind: 'reportBack', urgency: null,          amount: 1,  unit: 'workingDays',  statutory: false, level: 'county',   source: house },
  ],
  settings: [
    { key: 'extendTimes',    amount: 1,   unit: null,           source: house },
    { key: 'extendMost',     amount: 5,   unit: 'workingDays',  source: house },
    { key: 'parkTimes',      amount: 1,   unit: null,           source: house },
    { key: 'parkMost',       amount: 180, unit: 'calendarDays', source: `${house}；参照安徽省（2025）承诺办理最长 9 个月` },
    { key: 'questionTimes',  amount: 2,   unit: null,           source: `等诉求人答复时停表，次数为${house}` },
    { key: 'questionMost',   amount: 5,    unit: 'calendarDays', source: `等诉求人答复的天数为${house}` },
    { key: 'questionTries',  amount: 2,   unit: null,           source: house },
    { key: 'testTimes',      amount: 2,   unit: null,           source: `${testing}；次数为${house}` },
    { key: 'testMost',       amount: 60,  unit: 'calendarDays', source: `${testing}；天数为${house}` },
    { key: 'concludeRounds', amount: 3,   unit: null,           source: `${house}；三次参照巴彦淖尔市规则` },
    { key: 'objectDays',     amount: 30,  unit: 'calendarDays', source: `参照信访工作条例（2022）第三十五条：30 日内申请复查；${house}` },
    { key: 'handOverTimes',  amount: 3,   unit: null,           source: `参照安徽省12345热线诉求闭环办理工作规范（2025）：三次转办无人承办的由热线指定；${house}` },
  ],
  supervision,
};

import { house, type Preset, pinggu, testing } from './preset';
import { supervision } from './supervision';

const standard = '北京 DB11/T 2021—2022（征求意见稿，2021-12）';
const regulation = '北京市接诉即办工作条例（2021）';

/**
 * The limits of the 2021 draft of the city's hotline standard (its final text is not public) by
 * urgency, and house defaults, said to be such, where no source gives a figure.
 */
// biome-ignore format: one line a row
export const beijing: Preset = {
  code: 'beijing',
  name: '北京',
  nameEn: 'Beijing',
  about: '按紧急程度定期限：突发 2 小时，水电气热 24 小时，一般 7 天，复杂 15 天。小时与自然日。',
  aboutEn: 'By urgency: incidents 2 hours, water, power, gas and heat 24 hours, ordinary 7 days, complex 15 days. Hours and calendar days.',
  limits: [
    { kind: 'promise',  urgency: 'extraUrgent', amount: 2,  unit: 'hours',        statutory: false, level: 'province', source: `${standard}：突发事件 2 小时` },
    { kind: 'promise',  urgency: 'urgent',      amount: 24, unit: 'hours',        statutory: false, level: 'province', source: `${standard}、${regulation}第十九条：水电气热 24 小时` },
    { kind: 'promise',  urgency: 'ordinary',    amount: 7,  unit: 'calendarDays', statutory: false, level: 'province', source: `${standard}：一般诉求 7 天` },
    { kind: 'promise',  urgency: 'complex',     amount: 15, unit: 'calendarDays', statutory: false, level: 'province', source: `${standard}：复杂诉求 15 天` },
    { kind: 'dispatch', urgency: null,          amount: 2,  unit: 'hours',        statutory: false, level: 'province', source: `${standard}：网络诉求 2 小时内受理` },
    { kind: 'accept',   urgency: null,          amount: 2,  unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'contact',  urgency: null,          amount: 24, unit: 'hours',        statutory: false, level: 'county',   source: `${regulation}第十五条：及时联系；时数为${house}` },
    { kind: 'contact',  urgency: 'extraUrgent', amount: 1,  unit: 'hours',        statutory: false, level: 'county',   source: `${regulation}第十五条：及时联系；时数为${house}` },
    { kind: 'sendBack', urgency: null,          amount: 2,  unit: 'workingDays',  statutory: false, level: 'county',   source: `参照山东省 12345 办理规定（2020-01 公开报道）：退单 2 个工作日；${house}` },
    { kind: 'sendBack', urgency: 'urgent',      amount: 2,  unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'sendBack', urgency: 'extraUrgent', amount: 1,  unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'rate',     urgency: null,          amount: 7,  unit: 'calendarDays', statutory: false, level: 'county',   source: house },
    { kind: 'decide',   urgency: null,          amount: 24, unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'reportIn', urgency: null,          amount: 30, unit: 'minutes',      statutory: false, level: 'county',   source: `${pinggu}；${house}` },
    { kind: 'arrive', urgency: null,          amount: 30, unit: 'minutes',      statutory: false, level: 'county',   source: `${pinggu}；${house}` },
    { kind: 'reportBack', urgency: null,          amount: 24, unit: 'hours',        statutory: false, level: 'county',   source: `${regulation}第十六条：吹哨报到；时数为${house}` },
  ],
  settings: [
    { key: 'extendTimes',    amount: 1,   unit: null,           source: `${regulation}第十五条：延期须向诉求人说明并报热线；次数为${house}` },
    { key: 'extendMost',     amount: 7,   unit: 'calendarDays', source: `${regulation}第十五条：延期须向诉求人说明并报热线；天数为${house}` },
    { key: 'parkTimes',      amount: 1,   unit: null,           source: house },
    { key: 'parkMost',       amount: 180, unit: 'calendarDays', source: `${house}；参照安徽省（2025）承诺办理最长 9 个月` },
    { key: 'questionTimes',  amount: 2,   unit: null,           source: `等诉求人答复时停表，次数为${house}` },
    { key: 'questionMost',   amount: 5,    unit: 'calendarDays', source: `等诉求人答复的天数为${house}` },
    { key: 'questionTries',  amount: 2,   unit: null,           source: house },
    { key: 'testTimes',      amount: 2,   unit: null,           source: `${testing}；次数为${house}` },
    { key: 'testMost',       amount: 60,  unit: 'calendarDays', source: `${testing}；天数为${house}` },
    { key: 'concludeRounds', amount: 3,   unit: null,           source: `${regulation}第十一条：无新情况、新理由的重复诉求；三次参照巴彦淖尔市规则，为${house}` },
    { key: 'objectDays',     amount: 30,  unit: 'calendarDays', source: `参照信访工作条例（2022）第三十五条：30 日内申请复查；${house}` },
    { key: 'handOverTimes',  amount: 3,   unit: null,           source: `参照安徽省12345热线诉求闭环办理工作规范（2025）：三次转办无人承办的由热线指定；${house}` },
  ],
  supervision,
};

import { house, type Preset, pinggu, testing } from './preset';
import { supervision } from './supervision';

const province = '山东省 12345 办理规定（2020-01 公开报道）';
const line = '山东省级热线规则（2017）';
const jinan = '济南市12345市民服务热线条例（2018）';
const weifang = '潍坊市12345政务服务便民热线条例（2021）';

/** Five working days whatever the urgency, as the province says and two of its cities have by law. */
// biome-ignore format: one line a row
export const shandong: Preset = {
  code: 'shandong',
  name: '山东',
  nameEn: 'Shandong',
  about: '一律 5 个工作日，可延期一次、最长 10 个工作日；退单须在 2 个工作日内说明理由。',
  aboutEn: '5 working days for every appeal, one extension of up to 10; a unit may send a case back, with its reason, within 2.',
  limits: [
    { kind: 'promise',  urgency: null, amount: 5,  unit: 'workingDays',  statutory: false, level: 'province', source: `${province}、${jinan}第二十四条：5 个工作日` },
    { kind: 'dispatch', urgency: null, amount: 2,  unit: 'hours',        statutory: false, level: 'county',   source: house },
    { kind: 'accept',   urgency: null, amount: 2,  unit: 'workingDays',  statutory: false, level: 'province', source: `${province}：退单须在 2 个工作日内说明理由` },
    { kind: 'contact',  urgency: null, amount: 2,  unit: 'workingDays',  statutory: false, level: 'county',   source: house },
    { kind: 'sendBack', urgency: null,          amount: 2,  unit: 'workingDays',  statutory: false, level: 'province', source: `${province}：退单须在 2 个工作日内说明理由` },
    { kind: 'rate',     urgency: null, amount: 7,  unit: 'calendarDays', statutory: false, level: 'county',   source: house },
    { kind: 'decide',   urgency: null, amount: 1,  unit: 'workingDays',  statutory: false, level: 'county',   source: house },
    { kind: 'reportIn', urgency: null, amount: 30, unit: 'minutes',      statutory: false, level: 'county',   source: `${pinggu}；${house}` },
    { kind: 'arrive', urgency: null, amount: 30, unit: 'minutes',      statutory: false, level: 'county',   source: `${pinggu}；${house}` },
    { kind: 'reportBack', urgency: null, amount: 1,  unit: 'workingDays',  statutory: false, level: 'county',   source: house },
  ],
  settings: [
    { key: 'extendTimes',    amount: 1,   unit: null,           source: `${line}：可延期一次` },
    { key: 'extendMost',     amount: 10,  unit: 'workingDays',  source: `${province}：延期一般不超过 10 个工作日` },
    { key: 'parkTimes',      amount: 1,   unit: null,           source: `${jinan}第二十四条：客观上一时不能解决的，须明确解决时限；次数为${house}` },
    { key: 'parkMost',       amount: 180, unit: 'calendarDays', source: `${jinan}第二十四条：须明确解决时限；天数为${house}，参照安徽省（2025）承诺办理最长 9 个月` },
    { key: 'questionTimes',  amount: 2,   unit: null,           source: `等诉求人答复时停表，次数为${house}` },
    { key: 'questionMost',   amount: 5,    unit: 'calendarDays', source: `等诉求人答复的天数为${house}` },
    { key: 'questionTries',  amount: 2,   unit: null,           source: house },
    { key: 'testTimes',      amount: 2,   unit: null,           source: `${testing}；次数为${house}` },
    { key: 'testMost',       amount: 60,  unit: 'calendarDays', source: `${testing}；天数为${house}` },
    { key: 'concludeRounds', amount: 3,   unit: null,           source: `${jinan}第二十五条、${weifang}第二十一条：可不再办理或经审核终止；三次参照巴彦淖尔市规则` },
    { key: 'objectDays',     amount: 30,  unit: 'calendarDays', source: `参照信访工作条例（2022）第三十五条：30 日内申请复查；${house}` },
    { key: 'handOverTimes',  amount: 3,   unit: null,           source: `${weifang}第二十二条：职责有争议的由热线确定，不得退回；三次参照安徽省12345热线诉求闭环办理工作规范（2025）：三次转办无人承办的由热线指定` },
  ],
  supervision,
};

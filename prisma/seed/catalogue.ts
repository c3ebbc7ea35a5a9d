import type { LeadKind } from '@/lib/catalogue/entry';

export interface SeedEntry {
  category: string;
  leadKind: LeadKind;
  /** Codes of units; none: whichever of the kind has the place. */
  lead: readonly string[];
  help: readonly string[];
  basis: string;
  confusedWith: string | null;
  bySystem: boolean;
}

type Line = readonly [
  category: string,
  leadKind: LeadKind,
  lead: string,
  help: string,
  basis: string,
  confusedWith?: string,
  bySystem?: 'bySystem',
];

const towns = 'liuwan chengguan donghu xinhe beiqiao shitang yunling';

/** The invented county's dispatch catalogue: who leads, who may help, by which law. */
// biome-ignore format: one line an entry
const lines: readonly Line[] = [
  ['heating',       'utility',    'heating',       towns,            '县供热特许经营协议', '楼内共用管道归物业，找不到物业的由街道先协调'],
  ['water',         'utility',    'tapwater',      towns,            '城市供水条例', '小区里的下水归属地，市政管网归水务局'],
  ['drains',        'street',     '',              'waters',         '城镇排水与污水处理条例；小区内管道由属地协调物业', '市政井盖和主管归水务局'],
  ['power',         'utility',    'power',         '',               '电力法；供电营业规则'],
  ['gas',           'utility',    'gas',           '',               '城镇燃气管理条例'],
  ['property',      'street',     '',              'housing',        '物业管理条例第二十条：街道会同部门指导业主大会和物业管理', '维修资金和收费标准归住建局'],
  ['property-fund', 'department', 'housing',       towns,            '住宅专项维修资金管理办法'],
  ['property-fee',  'department', 'housing',       towns,            '物业管理条例；物业服务收费管理办法'],
  ['lift',          'department', 'market',        '',               '特种设备安全法', '加装电梯归住建局'],
  ['lift-new',      'department', 'housing',       towns,            '民法典第二百七十八条；既有住宅加装电梯办法'],
  ['leaks',         'department', 'housing',       '',               '建设工程质量管理条例第四十条'],
  ['deeds',         'department', 'housing',       '',               '城市房地产开发经营管理条例'],
  ['rubbish',       'street',     '',              'citycare',       '城市生活垃圾管理办法'],
  ['stalls',        'department', 'citycare',      towns,            '城市市容和环境卫生管理条例第十四条', '店里面的经营归市场监管局'],
  ['toilets',       'department', 'citycare',      '',               '城市公厕管理办法'],
  ['dogs',          'department', 'citycare',      '',               '县养犬管理规定'],
  ['green',         'department', 'citycare',      towns,            '城市绿化条例', '小区里的树归物业'],
  ['unlicensed',    'department', 'citycare',      towns,            '城乡规划法第六十四条'],
  ['noise',         'department', 'environment',   '',               '噪声污染防治法', '广场音响和邻里声音归属地先劝'],
  ['noise-home',    'street',     '',              '',               '噪声污染防治法第六十五条：基层组织调解'],
  ['noise-square',  'street',     '',              'citycare',       '噪声污染防治法第六十四条'],
  ['fumes',         'department', 'environment',   'citycare',       '大气污染防治法第八十一条'],
  ['dust',          'department', 'environment',   'housing',        '大气污染防治法第六十九条'],
  ['foul-water',    'department', 'waters',        'environment',    '水污染防治法'],
  ['traffic',       'department', 'transport',     '',               '公路法；县交通局三定规定'],
  ['roads-surface', 'department', 'transport',     towns,            '城市道路管理条例第二十三条', '小区里的路归物业'],
  ['roads-lamp',    'department', 'citycare',      '',               '城市道路照明设施管理规定', '小区里的灯归物业，乡镇村里的灯归属地', 'bySystem'],
  ['parking',       'department', 'trafficpolice', towns,            '道路交通安全法第三十三条、第五十六条', '小区里的车位归物业'],
  ['bus',           'utility',    'bus',           'transport',      '城市公共汽车和电车客运管理规定'],
  ['signals',       'department', 'trafficpolice', '',               '道路交通安全法第二十五条'],
  ['fire',          'street',     '',              '',               '消防法第三十二条、第五十二条：乡镇街道和居委会检查整改', '单位里面的消防归消防救援机构'],
  ['hazards',       'street',     '',              'waters housing', '安全生产法第九条'],
  ['food',          'department', 'market',        '',               '食品安全法第六条'],
  ['prepaid',       'department', 'market',        '',               '消费者权益保护法第五十三条'],
  ['refunds',       'department', 'market',        '',               '消费者权益保护法'],
  ['prices',        'department', 'market',        '',               '价格法第三十三条'],
  ['wages',         'department', 'labour',        'housing',        '保障农民工工资支付条例第七条'],
  ['pension',       'department', 'labour',        '',               '社会保险法'],
  ['jobs',          'department', 'labour',        '',               '就业促进法'],
  ['medical-cover', 'department', 'insurance',     '',               '医疗保障基金使用监督管理条例'],
  ['care',          'department', 'civil',         towns,            '老年人权益保障法第六条'],
  ['care-meals',    'street',     '',              'civil',          '积极发展老年助餐服务行动方案'],
  ['support',       'department', 'civil',         towns,            '社会救助暂行办法第三条'],
  ['learning',      'department', 'education',     '',               '义务教育法第七条'],
  ['health',        'department', 'health',        '',               '基本医疗卫生与健康促进法第七条'],
  ['village-road',  'street',     '',              'transport',      '公路法第八条：乡道、村道由乡级政府管'],
  ['village-toilet', 'street',    '',              'farming',        '农村厕所改造由乡镇组织实施'],
  ['irrigation',    'department', 'waters',        towns,            '水法第十二条'],
  ['fields',        'department', 'farming',       towns,            '农村土地承包法第十二条'],
  ['leisure',       'department', 'culture',       '',               '公共文化服务保障法'],
];

const codes = (text: string): string[] => text.split(' ').filter(Boolean);

export const catalogue: readonly SeedEntry[] = lines.map(
  ([category, leadKind, lead, help, basis, confusedWith, bySystem]) => ({
    category,
    leadKind,
    lead: codes(lead),
    help: codes(help),
    basis,
    confusedWith: confusedWith ?? null,
    bySystem: bySystem !== undefined,
  }),
);

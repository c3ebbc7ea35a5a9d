export interface SeedCategory {
  code: string;
  name: string;
  nameEn: string;
  parent: string | null;
}

/** The county’s tree: thirteen classes, what they hold, and below that what people most often mean. */
// biome-ignore format: one line a category
const tree: readonly (readonly [code: string, name: string, nameEn: string, parent: string | null])[] = [
  ['supply',         '水电气热',       'Water, power, gas, heat',  null],
  ['heating',        '供热',           'Heating',                  'supply'],
  ['heating-cold',   '暖气不热',       'Radiators not warm',       'heating'],
  ['heating-leak',   '暖气漏水',       'Leaking radiators',        'heating'],
  ['heating-fee',    '热费',           'Heating charges',          'heating'],
  ['water',          '供水排水',       'Water and drains',         'supply'],
  ['water-cut',      '停水与水压',     'Water cuts and pressure',  'water'],
  ['water-quality',  '水质',           'Water quality',            'water'],
  ['drains',         '下水道堵塞',     'Blocked drains',           'water'],
  ['power',          '供电',           'Power',                    'supply'],
  ['gas',            '燃气',           'Gas',                      'supply'],

  ['homes',          '住房物业',       'Homes and estates',        null],
  ['property',       '物业服务',       'Property management',      'homes'],
  ['property-fund',  '维修资金',       'Repair funds',             'property'],
  ['property-fee',   '物业收费',       'Management charges',       'property'],
  ['lift',           '电梯',           'Lifts',                    'homes'],
  ['lift-broken',    '电梯故障',       'Lifts out of order',       'lift'],
  ['lift-new',       '加装电梯',       'Adding a lift',            'lift'],
  ['leaks',          '房屋漏水',       'Leaking buildings',        'homes'],
  ['deeds',          '交房办证',       'Handover and deeds',       'homes'],

  ['town',           '城市管理',       'Keeping the town',         null],
  ['rubbish',        '垃圾清运',       'Rubbish collection',       'town'],
  ['rubbish-bulky',  '大件与建筑垃圾', 'Bulky and building waste', 'rubbish'],
  ['stalls',         '占道经营',       'Street stalls',            'town'],
  ['toilets',        '公厕',           'Public toilets',           'town'],
  ['dogs',           '养犬',           'Dogs',                     'town'],
  ['green',          '绿化树木',       'Trees and greenery',       'town'],
  ['unlicensed',     '违法搭建',       'Unlicensed building',      'town'],

  ['surroundings',   '生态环境',       'Surroundings',             null],
  ['noise',          '噪声',           'Noise',                    'surroundings'],
  ['noise-site',     '施工噪声',       'Building-site noise',      'noise'],
  ['noise-home',     '邻里噪声',       'Noise next door',          'noise'],
  ['noise-square',   '广场音响',       'Music in squares',         'noise'],
  ['fumes',          '油烟异味',       'Fumes and smells',         'surroundings'],
  ['dust',           '扬尘',           'Dust',                     'surroundings'],
  ['foul-water',     '污水河道',       'Foul water',               'surroundings'],

  ['traffic',        '交通出行',       'Getting about',            null],
  ['roads',          '道路路灯',       'Roads and lamps',          'traffic'],
  ['roads-surface',  '路面破损',       'Broken road surface',      'roads'],
  ['roads-lamp',     '路灯不亮',       'Lamps out',                'roads'],
  ['parking',        '停车',           'Parking',                  'traffic'],
  ['bus',            '公交',           'Buses',                    'traffic'],
  ['signals',        '信号标线',       'Signals and markings',     'traffic'],

  ['safety',         '公共安全',       'Safety',                   null],
  ['fire',           '消防通道',       'Fire lanes',               'safety'],
  ['fire-charging',  '楼道充电',       'Charging in stairwells',   'fire'],
  ['hazards',        '隐患',           'Hazards',                  'safety'],

  ['trade',          '市场监管',       'Shops and trade',          null],
  ['food',           '食品安全',       'Food safety',              'trade'],
  ['prepaid',        '预付卡',         'Prepaid cards',            'trade'],
  ['refunds',        '消费退款',       'Refunds',                  'trade'],
  ['prices',         '价格收费',       'Prices and charges',       'trade'],

  ['work',           '劳动社保',       'Work and insurance',       null],
  ['wages',          '拖欠工资',       'Unpaid wages',             'work'],
  ['pension',        '养老保险',       'Pensions',                 'work'],
  ['medical-cover',  '医疗保险',       'Medical insurance',        'work'],
  ['jobs',           '就业',           'Jobs',                     'work'],

  ['kindness',       '民政养老',       'Care and support',         null],
  ['care',           '养老服务',       'Elderly care',             'kindness'],
  ['care-meals',     '老人助餐',       'Meals for the elderly',    'care'],
  ['support',        '救助补贴',       'Support and allowances',   'kindness'],
  ['access',         '无障碍',         'Accessibility',            'kindness'],

  ['learning',       '教育',           'Schools',                  null],
  ['school-place',   '入学转学',       'School places',            'learning'],
  ['school-life',    '校园管理',       'Running of schools',       'learning'],
  ['tuition',        '校外培训',       'Private tuition',          'learning'],

  ['health',         '医疗卫生',       'Health',                   null],
  ['clinics',        '就医',           'Seeing a doctor',          'health'],
  ['vaccines',       '疫苗',           'Vaccination',              'health'],

  ['village',        '农业农村',       'Farming and villages',     null],
  ['village-road',   '村路桥涵',       'Village roads',            'village'],
  ['village-toilet', '农村厕所',       'Village toilets',          'village'],
  ['irrigation',     '灌溉水利',       'Irrigation',               'village'],
  ['fields',         '土地与庄稼',     'Land and crops',           'village'],

  ['leisure',        '文化体育',       'Leisure',                  null],
  ['fitness',        '健身设施',       'Exercise equipment',       'leisure'],
  ['libraries',      '图书馆',         'Libraries',                'leisure'],
];

export const categories: readonly SeedCategory[] = tree.map(([code, name, nameEn, parent]) => ({
  code,
  name,
  nameEn,
  parent,
}));

import type { CastUnit } from './cast';

/** The rest of the county, for the demo alone: no test waits for it. */
// biome-ignore format: one line a unit
export const countyUnits: readonly CastUnit[] = [
  { code: 'donghu',       name: '东湖街道',     nameEn: 'Donghu Subdistrict',             kind: 'street',     parent: 'chenghe' },
  { code: 'xinhe',        name: '新河街道',     nameEn: 'Xinhe Subdistrict',              kind: 'street',     parent: 'chenghe' },
  { code: 'beiqiao',      name: '北桥镇',       nameEn: 'Beiqiao Town',                   kind: 'street',     parent: 'chenghe' },
  { code: 'shitang',      name: '石塘镇',       nameEn: 'Shitang Town',                   kind: 'street',     parent: 'chenghe' },
  { code: 'yunling',      name: '云岭乡',       nameEn: 'Yunling Township',               kind: 'street',     parent: 'chenghe' },

  { code: 'ankang',       name: '安康社区',     nameEn: 'Ankang Community',               kind: 'community',  parent: 'liuwan' },
  { code: 'heping',       name: '和平社区',     nameEn: 'Heping Community',               kind: 'community',  parent: 'liuwan' },
  { code: 'houliu',       name: '后柳村',       nameEn: 'Houliu Village',                 kind: 'community',  parent: 'liuwan' },
  { code: 'shuyuan',      name: '书院社区',     nameEn: 'Shuyuan Community',              kind: 'community',  parent: 'chengguan' },
  { code: 'xiguan',       name: '西关社区',     nameEn: 'Xiguan Community',               kind: 'community',  parent: 'chengguan' },
  { code: 'hubin',        name: '湖滨社区',     nameEn: 'Hubin Community',                kind: 'community',  parent: 'donghu' },
  { code: 'jinxiu',       name: '锦绣社区',     nameEn: 'Jinxiu Community',               kind: 'community',  parent: 'donghu' },
  { code: 'xinheyuan',    name: '新河苑社区',   nameEn: 'Xinheyuan Community',            kind: 'community',  parent: 'xinhe' },
  { code: 'qiaobei',      name: '桥北村',       nameEn: 'Qiaobei Village',                kind: 'community',  parent: 'beiqiao' },
  { code: 'gudu',         name: '古渡村',       nameEn: 'Gudu Village',                   kind: 'community',  parent: 'beiqiao' },
  { code: 'shangtang',    name: '上塘村',       nameEn: 'Shangtang Village',              kind: 'community',  parent: 'shitang' },
  { code: 'yunlingcun',   name: '云岭村',       nameEn: 'Yunling Village',                kind: 'community',  parent: 'yunling' },

  { code: 'citycare',     name: '县城管局',     nameEn: 'County city management bureau',  kind: 'department', parent: 'chenghe' },
  { code: 'market',       name: '县市场监管局', nameEn: 'County market regulator',        kind: 'department', parent: 'chenghe' },
  { code: 'education',    name: '县教育局',     nameEn: 'County education bureau',        kind: 'department', parent: 'chenghe' },
  { code: 'civil',        name: '县民政局',     nameEn: 'County civil affairs bureau',    kind: 'department', parent: 'chenghe' },
  { code: 'labour',       name: '县人社局',     nameEn: 'County labour bureau',           kind: 'department', parent: 'chenghe' },
  { code: 'health',       name: '县卫健局',     nameEn: 'County health bureau',           kind: 'department', parent: 'chenghe' },
  { code: 'insurance',    name: '县医保局',     nameEn: 'County medical insurance bureau', kind: 'department', parent: 'chenghe' },
  { code: 'transport',    name: '县交通局',     nameEn: 'County transport bureau',        kind: 'department', parent: 'chenghe' },
  { code: 'trafficpolice', name: '县交警大队',  nameEn: 'County traffic police',          kind: 'department', parent: 'chenghe' },
  { code: 'farming',      name: '县农业农村局', nameEn: 'County farming bureau',          kind: 'department', parent: 'chenghe' },
  { code: 'waters',       name: '县水务局',     nameEn: 'County water bureau',            kind: 'department', parent: 'chenghe' },
  { code: 'environment',  name: '县生态环境局', nameEn: 'County environment bureau',      kind: 'department', parent: 'chenghe' },
  { code: 'culture',      name: '县文旅局',     nameEn: 'County culture bureau',          kind: 'department', parent: 'chenghe' },

  { code: 'tapwater',     name: '县自来水公司', nameEn: 'County water company',           kind: 'utility',    parent: 'chenghe' },
  { code: 'power',        name: '县供电公司',   nameEn: 'County power company',           kind: 'utility',    parent: 'chenghe' },
  { code: 'gas',          name: '县燃气公司',   nameEn: 'County gas company',             kind: 'utility',    parent: 'chenghe' },
  { code: 'bus',          name: '县公交公司',   nameEn: 'County bus company',             kind: 'utility',    parent: 'chenghe' },
];

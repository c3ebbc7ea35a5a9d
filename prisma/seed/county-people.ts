import type { CastPerson } from './cast';

/** Who else works for the county. Everybody signs in with the one demo password. */
// biome-ignore format: one line a person
export const countyPeople: readonly CastPerson[] = [
  { login: 'hanzhengping', name: '韩正平', unit: 'chenghe',       roles: ['leader'] },
  { login: 'luyun',        name: '陆云',   unit: 'chenghe',       roles: ['leader'] },

  { login: 'xujiayi',      name: '徐佳怡', unit: 'hotline',       roles: ['dispatcher'] },
  { login: 'pengbo',       name: '彭博',   unit: 'hotline',       roles: ['dispatcher'] },
  { login: 'yeting',       name: '叶婷',   unit: 'hotline',       roles: ['operator'] },
  { login: 'caomin',       name: '曹敏',   unit: 'hotline',       roles: ['operator'] },
  { login: 'weixiaolong',  name: '魏小龙', unit: 'hotline',       roles: ['operator'] },
  { login: 'dingning',     name: '丁宁',   unit: 'hotline',       roles: ['operator', 'dispatcher'] },

  { login: 'tangwen',      name: '唐雯',   unit: 'oversight',     roles: ['interviewer'] },
  { login: 'qiulei',       name: '邱磊',   unit: 'oversight',     roles: ['supervisor'] },
  { login: 'bailu',        name: '白露',   unit: 'oversight',     roles: ['reviewer'] },

  { login: 'songtao',      name: '宋涛',   unit: 'liuwan',        roles: ['handler'] },
  { login: 'xiaoyan',      name: '肖燕',   unit: 'ankang',        roles: ['handler'] },
  { login: 'liulaigen',    name: '柳来根', unit: 'houliu',        roles: ['handler'] },
  { login: 'dengxin',      name: '邓欣',   unit: 'chengguan',     roles: ['handler'] },
  { login: 'yanhong',      name: '严红',   unit: 'shuyuan',       roles: ['handler'] },
  { login: 'jiangbo',      name: '江波',   unit: 'donghu',        roles: ['handler'] },
  { login: 'hexiaomei',    name: '何小梅', unit: 'donghu',        roles: ['handler'] },
  { login: 'panjianguo',   name: '潘建国', unit: 'donghu',        roles: ['leader'] },
  { login: 'jinli',        name: '金莉',   unit: 'hubin',         roles: ['handler'] },
  { login: 'fanyu',        name: '范宇',   unit: 'xinhe',         roles: ['handler'] },
  { login: 'zouli',        name: '邹丽',   unit: 'xinhe',         roles: ['leader'] },
  { login: 'shihongbin',   name: '史洪斌', unit: 'beiqiao',       roles: ['handler'] },
  { login: 'gulanying',    name: '顾兰英', unit: 'beiqiao',       roles: ['handler'] },
  { login: 'tianweimin',   name: '田为民', unit: 'beiqiao',       roles: ['leader'] },
  { login: 'dufugui',      name: '杜福贵', unit: 'qiaobei',       roles: ['handler'] },
  { login: 'shiyong',      name: '石勇',   unit: 'shitang',       roles: ['handler'] },
  { login: 'kongxiang',    name: '孔祥',   unit: 'shitang',       roles: ['leader'] },
  { login: 'yunchun',      name: '云春',   unit: 'yunling',       roles: ['handler'] },
  { login: 'leiming',      name: '雷鸣',   unit: 'yunling',       roles: ['leader'] },

  { login: 'qinyue',       name: '秦悦',   unit: 'housing',       roles: ['handler'] },
  { login: 'luozhijun',    name: '罗志军', unit: 'housing',       roles: ['leader'] },
  { login: 'gaofei',       name: '高飞',   unit: 'citycare',      roles: ['handler'] },
  { login: 'wenjuan',      name: '文娟',   unit: 'citycare',      roles: ['leader'] },
  { login: 'zengli',       name: '曾莉',   unit: 'market',        roles: ['handler'] },
  { login: 'ouyangjie',    name: '欧阳杰', unit: 'market',        roles: ['leader'] },
  { login: 'miaomiao',     name: '苗苗',   unit: 'education',     roles: ['handler'] },
  { login: 'jiading',      name: '贾丁',   unit: 'education',     roles: ['leader'] },
  { login: 'hefang',       name: '贺芳',   unit: 'civil',         roles: ['handler', 'leader'] },
  { login: 'tongdawei',    name: '童大为', unit: 'labour',        roles: ['handler'] },
  { login: 'shenxia',      name: '申霞',   unit: 'labour',        roles: ['leader'] },
  { login: 'meixue',       name: '梅雪',   unit: 'health',        roles: ['handler', 'leader'] },
  { login: 'ningjing',     name: '宁静',   unit: 'insurance',     roles: ['handler', 'leader'] },
  { login: 'chefei',       name: '车飞',   unit: 'transport',     roles: ['handler'] },
  { login: 'fenghao',      name: '冯浩',   unit: 'transport',     roles: ['leader'] },
  { login: 'yuegang',      name: '岳刚',   unit: 'trafficpolice', roles: ['handler', 'leader'] },
  { login: 'tianmiao',     name: '田苗',   unit: 'farming',       roles: ['handler', 'leader'] },
  { login: 'jiangshui',    name: '姜睿',   unit: 'waters',        roles: ['handler', 'leader'] },
  { login: 'lanqing',      name: '蓝青',   unit: 'environment',   roles: ['handler'] },
  { login: 'muchen',       name: '穆晨',   unit: 'environment',   roles: ['leader'] },
  { login: 'shuxin',       name: '舒心',   unit: 'culture',       roles: ['handler', 'leader'] },
  { login: 'zhuqiang',     name: '祝强',   unit: 'heating',       roles: ['handler'] },
  { login: 'liangshui',    name: '梁水生', unit: 'tapwater',      roles: ['handler', 'leader'] },
  { login: 'dianwei',      name: '典维',   unit: 'power',         roles: ['handler', 'leader'] },
  { login: 'huoliang',     name: '霍亮',   unit: 'gas',           roles: ['handler', 'leader'] },
  { login: 'lutong',       name: '路通',   unit: 'bus',           roles: ['handler', 'leader'] },
];

/** Who stands in for whom. */
export const deputies: Readonly<Record<string, string>> = {
  zhaolimin: 'songtao',
  songtao: 'zhaolimin',
  maqiang: 'dengxin',
  hewei: 'qinyue',
  jiangbo: 'hexiaomei',
  hexiaomei: 'jiangbo',
  shihongbin: 'gulanying',
  gaofei: 'wenjuan',
  tongdawei: 'shenxia',
  zhuqiang: 'guotao',
};

/** Away from so many days ago until so many days from now, both included. */
export const absences: readonly { login: string; from: number; until: number }[] = [
  { login: 'hexiaomei', from: -2, until: 5 },
  { login: 'qinyue', from: -1, until: 1 },
  { login: 'gulanying', from: 6, until: 13 },
  { login: 'tongdawei', from: -40, until: -31 },
];

/** Named people for each level of supervision. */
export const officers: readonly { level: number; login: string }[] = [
  { level: 1, login: 'zhoumin' },
  { level: 1, login: 'qiulei' },
  { level: 2, login: 'luyun' },
  { level: 3, login: 'hanzhengping' },
];

/** Left the county's service and can no longer sign in. */
export const leaver: CastPerson = {
  login: 'zhudequan',
  name: '朱德全',
  unit: 'beiqiao',
  roles: ['handler'],
};

import type { Role } from '@/lib/people/roles';

/**
 * The one cast of demo, tests, screenshots and documents: an invented county, 澄河县. The demo adds the rest
 * of the county: county-units.ts, county-people.ts.
 */

export const demoPassword = 'huiyin-2026';

export const county = {
  name: '澄河县接诉即办',
  nameEn: 'Chenghe County appeals',
  phone: '0000-12345',
};

/** Take what everybody else is barred from: of different units, the first before the second. */
export const castFallbacks = ['zhoumin', 'liufang'] as const;

export interface CastUnit {
  code: string;
  name: string;
  nameEn: string;
  kind: 'hotline' | 'district' | 'street' | 'community' | 'department' | 'utility';
  parent: string | null;
}

// biome-ignore format: one line a unit
export const castUnits: readonly CastUnit[] = [
  { code: 'hotline',   name: '县接诉即办中心', nameEn: 'County appeals centre',     kind: 'hotline',    parent: null },
  { code: 'chenghe',   name: '澄河县',         nameEn: 'Chenghe County',            kind: 'district',   parent: null },
  { code: 'liuwan',    name: '柳湾街道',       nameEn: 'Liuwan Subdistrict',        kind: 'street',     parent: 'chenghe' },
  { code: 'chengguan', name: '城关镇',         nameEn: 'Chengguan Town',            kind: 'street',     parent: 'chenghe' },
  { code: 'housing',   name: '县住建局',       nameEn: 'County housing bureau',     kind: 'department', parent: 'chenghe' },
  { code: 'heating',   name: '县热力公司',     nameEn: 'County heating company',    kind: 'utility',    parent: 'chenghe' },
  { code: 'oversight', name: '县督查室',       nameEn: 'County supervision office', kind: 'department', parent: null },
];

export interface CastPerson {
  login: string;
  name: string;
  unit: string;
  roles: readonly Role[];
}

// biome-ignore format: one line a person
export const castPeople: readonly CastPerson[] = [
  { login: 'chenjing',   name: '陈静',   unit: 'hotline',   roles: ['dispatcher'] },
  { login: 'sunyue',     name: '孙悦',   unit: 'hotline',   roles: ['operator'] },
  { login: 'wukai',      name: '吴凯',   unit: 'hotline',   roles: ['administrator'] },
  { login: 'zhaolimin',  name: '赵立民', unit: 'liuwan',    roles: ['handler'] },
  { login: 'wangxiulan', name: '王秀兰', unit: 'liuwan',    roles: ['leader'] },
  { login: 'maqiang',    name: '马强',   unit: 'chengguan', roles: ['handler'] },
  { login: 'liufang',    name: '刘芳',   unit: 'chengguan', roles: ['leader'] },
  { login: 'hewei',      name: '何伟',   unit: 'housing',   roles: ['handler'] },
  { login: 'guotao',     name: '郭涛',   unit: 'heating',   roles: ['handler', 'leader'] },
  { login: 'fangzheng',  name: '方正',   unit: 'oversight', roles: ['reviewer'] },
  { login: 'linxiao',    name: '林晓',   unit: 'oversight', roles: ['interviewer'] },
  { login: 'zhoumin',    name: '周敏',   unit: 'oversight', roles: ['supervisor'] },
  { login: 'shenhuaiyuan', name: '沈怀远', unit: 'oversight', roles: ['inspector'] },
];

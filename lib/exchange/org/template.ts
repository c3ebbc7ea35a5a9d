import { csvText } from '../csv-text';
import { personColumns, unitColumns } from './columns';
import type { ImportKind } from './import';

type Language = 'zh' | 'en';

// biome-ignore format: a table
const examples: Record<ImportKind, Record<Language, readonly (readonly string[])[]>> = {
  units: {
    zh: [
      ['chenghe', '澄河县', 'Chenghe County', '区县', ''],
      ['liuwan', '柳湾街道', 'Liuwan Subdistrict', '街道乡镇', 'chenghe'],
      ['ankang', '安康里社区', 'Ankangli Community', '社区村', 'liuwan'],
    ],
    en: [
      ['chenghe', '澄河县', 'Chenghe County', 'district', ''],
      ['liuwan', '柳湾街道', 'Liuwan Subdistrict', 'street', 'chenghe'],
      ['ankang', '安康里社区', 'Ankangli Community', 'community', 'liuwan'],
    ],
  },
  people: {
    zh: [
      ['赵立民', 'zhaolimin', 'liuwan', '承办人', ''],
      ['王秀兰', 'wangxiulan', 'liuwan', '承办人、单位负责人', 'wangxiulan@example.com'],
    ],
    en: [
      ['赵立民', 'zhaolimin', 'liuwan', 'handler', ''],
      ['王秀兰', 'wangxiulan', 'liuwan', 'handler, leader', 'wangxiulan@example.com'],
    ],
  },
};

const heads = { units: unitColumns, people: personColumns };

/** A table to fill in, with examples. */
export function templateOf(kind: ImportKind, language: Language): string {
  const header = Object.values(heads[kind]).map((it) => it[language === 'zh' ? 0 : 1]);
  return csvText([header, ...examples[kind][language]]);
}

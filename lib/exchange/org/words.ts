import { type UnitKind, unitKinds } from '@/lib/appeals/queries/choices';
import { type Role, roleNames } from '@/lib/people/roles';

/** What people write for a kind of unit; the first is what templates and messages say. */
const kindWords: Record<UnitKind, readonly string[]> = {
  hotline: ['热线中心', '热线', '中心', '诉求中心', '接诉即办中心'],
  city: ['市', '市级'],
  district: ['区县', '区', '县', '县区', '区（县）'],
  street: ['街道乡镇', '街道', '乡镇', '镇', '乡', 'township', '街镇'],
  community: ['社区村', '社区', '村', '村居', '居委会', '村委会', 'village'],
  department: ['部门', '委办局', '局', '职能部门'],
  utility: ['公用企业', '企业', '公司', '公共服务企业', 'company'],
};

const roleWords: Record<Role, readonly string[]> = {
  operator: ['接线员', '坐席', '话务员'],
  dispatcher: ['派单员'],
  handler: ['承办人', '经办人', '办理人'],
  leader: ['单位负责人', '负责人', '领导'],
  interviewer: ['回访员'],
  reviewer: ['审核人', '审核员'],
  supervisor: ['督办人', '督办员', '督查员', '督办'],
  inspector: ['监督员', '检查员', '督查（只读）', '巡查员'],
  administrator: ['管理员'],
  systemAdministrator: ['系统管理员'],
  securityAdministrator: ['安全管理员'],
  auditAdministrator: ['审计管理员'],
};

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

function find<T extends string>(
  text: string,
  names: readonly T[],
  words: Record<T, readonly string[]>,
): T | null {
  const wanted = plain(text);
  return (
    names.find((it) => plain(it) === wanted || words[it].some((word) => plain(word) === wanted)) ??
    null
  );
}

export const kindOf = (text: string): UnitKind | null => find(text, unitKinds, kindWords);

/** The word for a kind that `kindOf` reads again. */
export const kindWord = (kind: UnitKind, locale: 'zh' | 'en'): string =>
  (locale === 'zh' && kindWords[kind][0]) || kind;

/** Several roles in one cell, parted by commas of any kind, slashes, bars or spaces. */
export function rolesOf(text: string): { roles: Role[]; unknown: string | null } {
  const parts = text.split(/[、，,；;/|+\s]+/u).filter((it) => it !== '');
  const roles = parts.map((it) => find(it, roleNames, roleWords));
  const unknown = parts.find((_, index) => roles[index] === null) ?? null;
  return { roles: [...new Set(roles.filter((it) => it !== null))].toSorted(), unknown };
}

import { isEnding } from '@/lib/similar/place-endings';

/** What an address says of where something is, without what changes between two who write of one place. */
export interface Address {
  /** 安康里6号楼, 东街55号, 向阳村5组: the very house, block or group. */
  house: string | null;
  /** 安康里, 下塘村, 实验小学: what has its own name and is no town, road or river. */
  name: string | null;
}

/** What stands before a name and is left out where anything follows: 柳湾街道, 城关镇, 安宁社区. */
const above =
  /^\D{2,8}?(?:自治区|自治州|街道办事处|街道|省|(?<![超夜菜门集都城])市|县|(?<![小古水])镇|乡|社区|(?<![小社园景校厂片院宅居])区)(?=\D\D)/u;

/** Of a number with one of these behind it, everything before is the estate or the road. */
const houseAt =
  /(\d{1,4}|[一二三四五六七八九十]{1,3})(号楼|楼(?=$|\D)|栋|幢|座|号(?!院|楼|线|窗|门)|组|队)/u;

/** Where in a house: never part of a name. */
const within = /(?:\d+|[一二三四五六七八九十]+)(?:单元|室|层|门).*$/u;

/** Where beside a place: 南门, 村口, 东墙外. */
const beside =
  /(?:(?:[东南西北前后正大侧]门|[村路巷街区]口|门口|对面|对过|旁边|附近|周边|外墙|墙外|围墙|门前|楼下|院内|路段|[东南西北]侧|[东南西北]头|[东南西北]墙|[东南西北]边)|[内外前后旁边东南西北])$/u;

/** Names that end so hold many places. */
const wide =
  /(?:省|(?<![超夜菜门集都城])市|县|(?<![小古水])镇|乡|街道|社区|(?<![小园景校厂片院宅居])区|路|街|大道|公路|国道|省道|高速|河|湖)$/u;

/** What anybody calls the place they are at. */
const anybodys: ReadonlySet<string> = new Set(
  '我家 家里 家中 楼道 楼上 楼里 单元 我村 本村 村里 村委 全村 本小区 我小区 我们小区 我们村 学校 单位 路边 全县 县城 城区'.split(
    ' ',
  ),
);

const han = '零一二三四五六七八九';
const kinds: Readonly<Record<string, string>> = {
  栋: '号楼',
  幢: '号楼',
  座: '号楼',
  楼: '号楼',
  队: '组',
};

/** Reads an address as far as it names a place that can be found again. */
export function readAddress(place: string): Address {
  const plain = place
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const rest = withoutAbove(plain);
  const found = houseAt.exec(rest);
  const estate = nameIn(found ? rest.slice(0, found.index) : rest);
  if (estate === null) return { house: null, name: null };
  const house = found && `${estate}${numberOf(found[1] ?? '')}${kinds[found[2] ?? ''] ?? found[2]}`;
  return { house, name: wide.test(estate) ? null : estate };
}

function withoutAbove(text: string): string {
  const shorter = text.replace(above, '');
  return shorter === text ? text : withoutAbove(shorter);
}

/** The name a text ends with; null where it names nothing. */
function nameIn(text: string): string | null {
  let name = text.replace(within, '');
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(beside, '');
  }
  // 安康里小区 and 安康里 are one.
  name = name.replace(/(?<=\p{L}{2})小区$/u, '');
  return name.length < 2 || isEnding(name) || anybodys.has(name) ? null : name;
}

/** 十二 and 12 are one number. */
function numberOf(text: string): number {
  if (/\d/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? Math.max(1, han.indexOf(tens || '一')) : 0;
  return ten * 10 + (ones ? Math.max(0, han.indexOf(ones)) : 0);
}

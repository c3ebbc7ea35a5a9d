import type { Dice } from './dice';

// biome-ignore format: a list of names reads better than a column
const names = [
  '李秀珍', '王建平', '张雪梅', '刘德明', '陈玉兰', '杨帆', '赵小军', '黄丽华', '周国庆', '吴春燕',
  '徐明远', '孙桂荣', '胡志刚', '朱红梅', '高翔', '林巧云', '何长顺', '郭晓彤', '马秀英', '罗文斌',
  '梁雨晴', '宋广田', '郑爱莲', '谢东升', '韩梅', '唐小虎', '冯玉珍', '于海洋', '董春生', '萧楠',
  '程立新', '曹彩霞', '袁大勇', '邓佳佳', '许宝贵', '傅淑芬', '沈浩', '曾秋菊', '彭天佑', '吕小娟',
  '苏有福', '卢思思', '蒋月娥', '蔡文杰', '贾凤英', '丁家明', '魏晴', '薛守仁', '叶桂花', '阎立群',
  '余晓晓', '潘守信', '杜春花', '戴明', '夏荷', '钟永昌', '汪倩', '田玉成', '任小雨', '姜存粮',
];

/** How somebody can be reached, as a filing form asks it. Numbers are invented: no such number is given out. */
export function residentOf(unit: string, dice: Dice): Record<string, string> {
  const nth = Math.floor(dice.next() * names.length);
  const name = names[nth] ?? '';
  const area = [...unit].reduce((sum, it) => (sum * 31 + it.charCodeAt(0)) % 90, 7);
  const phone = `1${dice.pick(['33', '59', '77', '86'])}0000${String(area * 100 + nth).padStart(4, '0')}`;
  const way = dice.weigh({ named: 52, number: 26, email: 8, nobody: 14 });
  if (way === 'named') return { name, phone };
  if (way === 'number') return { phone };
  return way === 'email' ? { email: `${unit}${nth}@example.com` } : {};
}

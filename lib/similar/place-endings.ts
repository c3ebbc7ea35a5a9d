/** How names of places end. */
const endings: ReadonlySet<string> = new Set(
  '小区 社区 街道 花园 花苑 家园 家苑 新村 新城 新苑 名苑 雅苑 佳苑 公寓 大厦 广场 市场 商场 超市 学校 大学 学院 小学 中学 幼儿园 医院 公园 车站 工地 工业园 产业园 开发区 大道 大街 大桥 胡同 国际 路 街 巷 苑 里 村 镇 乡 县 区 市 桥 城 府 庄 湾 弄 坊 屯 寨 塘 河 湖 站 园'.split(
    ' ',
  ),
);
const longest = 3;

/** Words of the dictionary that end so and name no place in particular. */
const common: ReadonlySet<string> = new Set(
  '马路 公路 道路 铁路 高速公路 农村 乡村 城市 县城 郊区 市区 城区 地区 片区 辖区 老城区 居住区 住宅区 校园 乐园 幼儿园 超市 菜市场 农贸市场 便民市场 门口 楼道 十字路口 高架桥 天桥 立交桥 公交站 地铁站 加油站 垃圾站 变电站 派出所 政府 心里 家里 那里 这里 哪里 夜里 屋里 房里 院里 手里 公里 上市 超级市场 上街 逛街 走路 修路 铺路 堵路 让路 思路 线路 电路 网路 水路 陆路 出路 小路 大路 老城 新城区 全市 本市 我市 全县 我县 本县 全区 我区 本区 全镇 我镇 我村 本村 全村 同村 各村 小村 邻村'.split(
    ' ',
  ),
);

export function endsAsPlace(word: string): boolean {
  for (let letters = 1; letters <= longest; letters++) {
    if (endings.has(word.slice(-letters))) return !common.has(word);
  }
  return false;
}

/** Whether it is nothing but such an ending, which names a place only behind a name. */
export const isEnding = (word: string): boolean => endings.has(word);

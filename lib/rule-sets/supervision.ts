import { house, type PresetSupervision } from './preset';

const bayannur = '巴彦淖尔市 12345 规则';

/**
 * No city or national law read so far puts numbers on these, so every preset starts with the same.
 * The three rounds and three hand-overs are what Bayannur calls a problem case and supervises.
 */
// biome-ignore format: one line a rule
export const supervision: readonly PresetSupervision[] = [
  { cause: 'redCard',        threshold: 0, level: 1, source: `山东省级热线规则（2017）：超期首个工作日自动红牌；即督办为${house}` },
  { cause: 'overdue',        threshold: 3, level: 2, source: `潍坊市12345政务服务便民热线条例（2021）第二十六条：逾期列入督办；3 个工作日为${house}` },
  { cause: 'overdue',        threshold: 7, level: 3, source: `国办函〔2025〕66号（六）：推诿的提级办理；7 个工作日为${house}` },
  { cause: 'unsolvedRounds', threshold: 3, level: 1, source: `${bayannur}：三次重办仍未解决的升级督办` },
  { cause: 'handOvers',      threshold: 3, level: 1, source: `安徽省12345热线诉求闭环办理工作规范（2025）：三次转办无人承办的由热线指定；${bayannur}：升级督办` },
  { cause: 'pressed',        threshold: 1, level: 2, source: `北京市接诉即办工作条例（2021）第八条、第三十五条：不得压制、打击报复；即督办为${house}` },
  { cause: 'silent',         threshold: 7, level: 1, source: house },
];

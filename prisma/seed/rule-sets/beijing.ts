import type { ClockKind, Urgency } from '@/lib/appeals/records';
import type { Limit } from '@/lib/sla/limit';

type Row = Limit & { kind: ClockKind; urgency: Urgency | null };

const standard = '北京 DB11/T 2021—2022（征求意见稿，2021-12）';
const regulation = '北京市接诉即办工作条例（2021）';
const house = '本系统预设，可改';

/**
 * Preset *Beijing*: the limits of the 2021 draft of the city's hotline standard (its final text is not
 * public) by urgency, and house defaults, said to be such, where no source gives a figure.
 */
// biome-ignore format: one line a limit
export const beijing: readonly Row[] = [
  { kind: 'promise',  urgency: 'extraUrgent', amount: 2,  unit: 'hours',        source: `${standard}：突发事件 2 小时` },
  { kind: 'promise',  urgency: 'urgent',      amount: 24, unit: 'hours',        source: `${standard}、${regulation}第十九条：水电气热 24 小时` },
  { kind: 'promise',  urgency: 'ordinary',    amount: 7,  unit: 'calendarDays', source: `${standard}：一般诉求 7 天` },
  { kind: 'promise',  urgency: 'complex',     amount: 15, unit: 'calendarDays', source: `${standard}：复杂诉求 15 天` },
  { kind: 'dispatch', urgency: null,          amount: 2,  unit: 'hours',        source: `${standard}：网络诉求 2 小时内受理` },
  { kind: 'accept',   urgency: null,          amount: 2,  unit: 'hours',        source: house },
  { kind: 'contact',  urgency: null,          amount: 24, unit: 'hours',        source: `${regulation}第十五条：及时联系；时数为${house}` },
  { kind: 'contact',  urgency: 'extraUrgent', amount: 1,  unit: 'hours',        source: `${regulation}第十五条：及时联系；时数为${house}` },
  { kind: 'rate',     urgency: null,          amount: 7,  unit: 'calendarDays', source: house },
];

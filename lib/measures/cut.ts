import { Channel } from '@/lib/db/generated/enums';
import { areasOf } from './areas';
import type { MeasuredUnit } from './ask';
import { type Branch, type Branches, nodeOf, noPart, type Part } from './branches';
import { measuredTopics } from './topics';

export const channels = Object.values(Channel);

/** The part of the cases that is asked about; null: all. */
export interface Cut {
  topic: Part | null;
  area: Part | null;
  channel: Channel | null;
}

export const wholeCut: Cut = { topic: null, area: null, channel: null };

export interface Trees {
  topics: Branches;
  areas: Branches;
}

export const readTrees = async (units: readonly MeasuredUnit[]): Promise<Trees> => ({
  topics: await measuredTopics(),
  areas: areasOf(units),
});

export const isWhole = (cut: Cut): boolean => Object.values(cut).every((part) => part === null);

export interface NamedCut extends Cut {
  topicBranch: Branch | null;
  areaBranch: Branch | null;
}

/** A cut with the category and the area it names; null where it names one and there is none. */
export async function nameCut(cut: Cut, units: readonly MeasuredUnit[]): Promise<NamedCut | null> {
  const { topics, areas } = await readTrees(units);
  const topicBranch = branchIn(topics, cut.topic);
  const areaBranch = branchIn(areas, cut.area);
  if (topicBranch === undefined || areaBranch === undefined) return null;
  return { ...cut, topicBranch, areaBranch };
}

/** Null where no category or area is named; undefined where there is none of that code. */
export function branchIn(branches: Branches, part: Part | null): Branch | null | undefined {
  if (part === null || part === noPart) return null;
  return nodeOf(branches, part) ?? undefined;
}

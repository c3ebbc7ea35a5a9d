import type { ClockKind, Urgency } from '@/lib/appeals/records';
import type { Allowance } from '@/lib/sla/limit';

/** 'YYYY-MM-DD HH:mm' on the wall in Beijing. */
export type Wall = string;

/** What happens to a running clock. An extension without an amount is the longest the preset allows. */
export type Happening = `${'pause' | 'resume' | 'extend'} ${Wall}`;

/** A clock counted by hand. What is not given is not asked. */
export interface Example {
  from: Wall;
  rule: ClockKind | `${ClockKind} ${Urgency}`;
  /** A row of the case's own category, by law or by the place's own rule. */
  special?: Allowance & { statutory: boolean };
  meanwhile?: readonly Happening[];
  due: Wall;
  yellow?: Wall;
  red?: Wall;
  /** When it was answered, to the second, and what that was. */
  answered?: readonly [`${Wall}:${string}`, 'met' | 'late'];
  provisional?: true;
  /** The reckoning, in words. */
  why: string;
}

import type { ClockTimes } from '@/lib/sla/clock';
import type { LimitUnit } from '@/lib/sla/limit';
import type { ClosedAs, Status, Verb } from './lifecycle';

/** Plain rows as the pure part reads and writes them; names are those of the tables. */

export type Urgency = 'extraUrgent' | 'urgent' | 'ordinary' | 'complex';
export type AppealKind = 'consultation' | 'help' | 'complaint' | 'report' | 'suggestion';
export type Channel = 'web' | 'telephone' | 'visit' | 'letter' | 'imported';
export type Origin = 'own' | 'forCaller' | 'imported';
export type Reach = 'telephone' | 'email' | 'link' | 'none';
export type Outcome = 'done' | 'partly' | 'cannot';
export type Solved = 'yes' | 'partly' | 'no';
export type Satisfaction = 'satisfied' | 'neutral' | 'dissatisfied';
export type AssignmentEnd = 'sentBack' | 'redispatched' | 'recused' | 'roundEnded' | 'closed';
export type ClockKind =
  | 'promise'
  | 'dispatch'
  | 'accept'
  | 'contact'
  | 'sendBack'
  | 'rate'
  | 'decide'
  | 'reportIn'
  | 'arrive'
  | 'reportBack';
export type CallOutcome = 'reported' | 'notOurs' | 'silent' | 'void';
export type CallRating = 'good' | 'fair' | 'poor';
export type Card = 'yellow' | 'red';
export type RequestKind =
  | 'extend'
  | 'park'
  | 'conclude'
  | 'object'
  | 'cause'
  | 'test'
  | 'exclude'
  | 'keepIn';
export type RequestOutcome = 'granted' | 'refused' | 'void';
export type CauseClass = 'rule' | 'budget' | 'plan' | 'data' | 'department';
export type ExclusionClass =
  | 'unlawful'
  | 'otherProcedure'
  | 'outsideDuties'
  | 'unreasonable'
  | 'malicious'
  | 'mistaken';
export type PauseCause = 'park' | 'question' | 'test';
export type QuestionEnd = 'answered' | 'reached' | 'ended' | 'passed' | 'void';
export type UnitKind =
  | 'hotline'
  | 'city'
  | 'district'
  | 'street'
  | 'community'
  | 'department'
  | 'utility';
export type SupervisionCause =
  | 'person'
  | 'redCard'
  | 'overdue'
  | 'unsolvedRounds'
  | 'handOvers'
  | 'pressed'
  | 'silent';

export interface AppealRow {
  id: string;
  caseNumber: string;
  status: Status;
  closedAs: ClosedAs | null;
  kind: AppealKind;
  urgency: Urgency;
  categoryId: string | null;
  channel: Channel;
  step: number;
  round: number;
  filedAt: Date;
  closedAt: Date | null;
  reopenUntil: Date | null;
  lastSeq: number;
  lastHash: string;
  lastAt: Date;
  importId: string | null;
  sourceNumber: string | null;
  trial: boolean;
  /** A recusal stands. */
  recused: boolean;
  /** Words name somebody, and nobody has looked yet who that is. */
  namesPerson: boolean;
  fallbackIds: string[];
  fallbackFor: string[];
  /** Since when nobody of it can be named or reached any more. */
  contactsErasedAt: Date | null;
  /** Since when its words are gone. */
  wordsErasedAt: Date | null;
  /** Voices that asked to be forgotten once it is closed. */
  eraseAsked: string[];
}

export interface VoiceRow {
  id: string;
  appealId: string;
  role: 'filer' | 'joined';
  reach: Reach;
  secret: boolean;
  locale: string;
  generation: number;
  joinedAt: Date;
  leftAt: Date | null;
}

/** How to reach a Voice, each field encrypted; the hashes are keyed. */
export interface ContactRow {
  voiceId: string;
  name: string | null;
  phone: string | null;
  email: string | null;
  phoneHash: string | null;
  emailHash: string | null;
  salt: string;
}

/** One case joined into another; it stands while `untilAt` is null. */
export interface MergeRow {
  id: string;
  sourceId: string;
  targetId: string;
  /** The source's round when it was merged. */
  roundId: string;
  /** What unmerging gives back: where the source stood, and the lead it had. */
  wasStatus: Status;
  assignmentId: string | null;
  seq: number;
  at: Date;
  untilAt: Date | null;
}

export interface RoundRow {
  id: string;
  appealId: string;
  number: number;
  origin: Origin;
  startedAt: Date;
  resolvedAt: Date | null;
  outcome: Outcome | null;
  unitId: string | null;
  unitPath: string | null;
  atDesk: boolean;
  invited: string[];
  countedAt: Date | null;
  endedAt: Date | null;
}

export interface AssignmentRow {
  id: string;
  appealId: string;
  roundId: string;
  unitId: string;
  unitPath: string;
  personId: string | null;
  role: 'lead' | 'second';
  fromAt: Date;
  untilAt: Date | null;
  endedAs: AssignmentEnd | null;
  /** Named after so many hand-overs that the unit cannot send it back. */
  final: boolean;
}

export interface ClockRow extends ClockTimes {
  id: string;
  appealId: string;
  roundId: string;
  assignmentId: string | null;
  kind: ClockKind;
  amount: number;
  unit: LimitUnit;
  source: string;
  calendarVersion: number;
  requestId: string | null;
  callId: string | null;
  /** The last card its holder was given. */
  card: Card | null;
}

export interface PauseRow {
  id: string;
  clockId: string;
  cause: PauseCause;
  fromAt: Date;
  untilAt: Date | null;
  /** The question, or the granted request, for which the clock stands still; null in the oldest rows. */
  questionId: string | null;
  requestId: string | null;
}

export interface ExtensionRow {
  id: string;
  clockId: string;
  at: Date;
  amount: number;
  unit: LimitUnit;
}

export interface RequestRow {
  id: string;
  appealId: string;
  roundId: string;
  kind: RequestKind;
  unitId: string | null;
  unitPath: string | null;
  voiceId: string | null;
  askedIn: Status;
  amount: number | null;
  unit: LimitUnit | null;
  untilOn: string | null;
  seq: number;
  at: Date;
  endedAt: Date | null;
  outcome: RequestOutcome | null;
  endedSeq: number | null;
  causeClass: CauseClass | null;
  ownerUnitId: string | null;
  ownerUnitPath: string | null;
  /** Of an exclusion and of the objection to it. */
  exclusionClass: ExclusionClass | null;
}

export interface QuestionRow {
  id: string;
  appealId: string;
  roundId: string;
  unitId: string;
  unitPath: string;
  seq: number;
  at: Date;
  untilOn: string;
  endedAt: Date | null;
  endedAs: QuestionEnd | null;
  endedSeq: number | null;
}

export interface CauseRow {
  id: string;
  appealId: string;
  roundId: string;
  class: CauseClass;
  unitId: string;
  unitPath: string;
  requestId: string | null;
  seq: number;
  at: Date;
  answeredAt: Date | null;
  answeredSeq: number | null;
  byOn: string | null;
  endedAt: Date | null;
  endedSeq: number | null;
}

/** One unit called to a case; the words it was called with are the Text `whatFor<nth>` of the same seq. */
export interface CallRow {
  id: string;
  appealId: string;
  roundId: string;
  /** The unit that called. */
  fromUnitId: string;
  unitId: string;
  unitPath: string;
  /** Who reported in. */
  personId: string | null;
  nth: number;
  seq: number;
  at: Date;
  /** Asked to come to the place. */
  onSite: boolean;
  /** Times the caller named; null: the rule set's. */
  reportInBy: Date | null;
  arriveBy: Date | null;
  reportBackBy: Date | null;
  reportedInAt: Date | null;
  arrivedAt: Date | null;
  reportedBackAt: Date | null;
  endedAt: Date | null;
  endedSeq: number | null;
  outcome: CallOutcome | null;
  /** What the caller says of the help, and the called of the call. */
  helpRating: CallRating | null;
  callRating: CallRating | null;
}

export interface SupervisionRow {
  id: string;
  appealId: string;
  level: number;
  cause: SupervisionCause;
  seq: number;
  at: Date;
  leaderId: string | null;
  takenAt: Date | null;
  nextOn: string | null;
  releasedAt: Date | null;
}

export type RecusalGround = 'named' | 'declared';

/** Bars a unit with all below it, or a person; never both. */
export interface RecusalRow {
  id: string;
  appealId: string;
  unitId: string | null;
  unitPath: string | null;
  personId: string | null;
  ground: RecusalGround;
  seq: number;
  at: Date;
  endedAt: Date | null;
  endedSeq: number | null;
}

export interface VerdictRow {
  id: string;
  appealId: string;
  roundId: string;
  voiceId: string;
  occasion: 'closing' | 'lookBack';
  reached: boolean | null;
  solved: Solved;
  goOn: boolean;
  result: Satisfaction | null;
  handling: Satisfaction | null;
  released: boolean;
  seq: number;
  at: Date;
}

export interface PressureRow {
  id: string;
  appealId: string;
  roundId: string;
  voiceId: string;
  pressed: boolean;
  seq: number;
  at: Date;
}

export interface InterviewRow {
  id: string;
  appealId: string;
  roundId: string;
  voiceId: string;
  personId: string | null;
  reached: boolean;
  solved: Solved | null;
  goOn: boolean;
  result: Satisfaction | null;
  handling: Satisfaction | null;
  seq: number;
  at: Date;
}

export interface MessageRow {
  id: string;
  appealId: string;
  voiceId: string | null;
  unitId: string | null;
  seq: number;
  at: Date;
}

/** The filer agreed that everybody may read the case; it stands while `endedAt` is null. */
export interface ShowingRow {
  id: string;
  appealId: string;
  /** Its address in public; says nothing of the case. */
  slug: string;
  seq: number;
  at: Date;
  /** The step that wrote the words shown now; null: not shown. */
  shownSeq: number | null;
  shownAt: Date | null;
  endedAt: Date | null;
}

/** A neighbour asked whether an answer holds. */
export interface AskingRow {
  id: string;
  appealId: string;
  roundId: string;
  voiceId: string;
  seq: number;
  at: Date;
  holds: 'yes' | 'no' | 'unsure' | null;
  answeredSeq: number | null;
  answeredAt: Date | null;
}

/** An answered round drawn for a spot check; `outcome` once it is over. */
export interface SpotCheckRow {
  id: string;
  appealId: string;
  roundId: string;
  drawId: string;
  seq: number;
  at: Date;
  /** Attempts that reached nobody. */
  tries: number;
  how: 'call' | 'visit' | null;
  outcome: 'yes' | 'partly' | 'no' | 'notReached' | 'void' | null;
  personId: string | null;
  endedAt: Date | null;
  endedSeq: number | null;
}

export interface TurnRow {
  id: string;
  appealId: string;
  unitId: string | null;
  personId: string | null;
  capability: string | null;
  verb: Verb;
  notBefore: Date | null;
  dueAt: Date | null;
  yellowAt: Date | null;
  redAt: Date | null;
  /** As on the appeal. */
  round: number;
  /** As on the appeal. */
  recused: boolean;
}

/** What a turn says of its own. */
export type Turn = Omit<TurnRow, 'id' | 'appealId' | 'round' | 'recused'>;

export interface TextRow {
  id: string;
  appealId: string;
  seq: number;
  field: string;
  body: string | null;
  salt: string | null;
  erasedAt: Date | null;
}

export interface NoticeRow {
  id: string;
  appealId: string;
  seq: number;
  kind: string;
  voiceId: string | null;
  unitId: string | null;
  personId: string | null;
  createdAt: Date;
  settledAt: Date | null;
  outcome: string | null;
}

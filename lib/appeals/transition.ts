import type { z } from 'zod';
import type { Actor } from '@/lib/people/actor';
import type { SettingKey } from '@/lib/rule-sets/preset';
import type { Calendar } from '@/lib/sla/calendar';
import type { Allowance, LimitRow, LimitUnit } from '@/lib/sla/limit';
import type { CaseFile } from './case-file';
import type { Office } from './entrusting';
import type { Erasable, Kept } from './erasure';
import type { ClosedAs, Status } from './lifecycle';
import type { Grounds } from './power';
import type {
  AppealRow,
  AssignmentEnd,
  CallRow,
  Card,
  CauseRow,
  ClockKind,
  ContactRow,
  InterviewRow,
  MergeRow,
  Origin,
  Outcome,
  PressureRow,
  QuestionEnd,
  QuestionRow,
  RecusalRow,
  RequestRow,
  SpotCheckRow,
  SupervisionCause,
  SupervisionRow,
  UnitKind,
  VerdictRow,
  VoiceRow,
} from './records';
import type { Refusal } from './refusals';

export interface UnitRef {
  id: string;
  path: string;
  name: string;
  kind: UnitKind;
  closedAt: Date | null;
}

export interface PersonRef {
  id: string;
  unitId: string;
  unitPath: string;
  roles: readonly string[];
  disabledAt: Date | null;
  /** Who stands in for them. */
  deputyId: string | null;
}

/** The installation's rules as they stand when a step is taken. */
export interface Rules {
  limits: readonly LimitRow[];
  calendar: Calendar;
  /** Calendar days after closing in which a resident may reopen. */
  reopenDays: number;
  /** Calendar days after closing after which contacts, and after which all words are erased. */
  contactDays: number;
  wordDays: number;
  /** How often and how long at most; see lib/rule-sets/preset.ts. */
  settings: Readonly<Record<SettingKey, { amount: number; unit: LimitUnit | null }>>;
  /** What makes the system supervise by itself; those switched off are left out. */
  supervision: readonly { cause: SupervisionCause; threshold: number; level: number }[];
  /** Named people for each level of supervision. */
  officers: readonly { level: number; personId: string }[];
  /** Everybody who may decide on an appeal, and the two who take what nobody else is left to. */
  offices: readonly Office[];
  fallbacks: readonly string[];
}

/** All a rule may know beside the case file. Makes the pure part pure. */
export interface Context {
  at: Date;
  recordedAt: Date;
  rules: Rules;
  /** Units and people named in the input; absent means there is none. */
  units: ReadonlyMap<string, UnitRef>;
  people: ReadonlyMap<string, PersonRef>;
  /** Category ids from the root down to the appeal's own (the new one where the input names one). */
  categoryPath: readonly string[];
  /** What the dispatch catalogue and the areas say of it; looked up for steps that name a lead. */
  grounds: Grounds | null;
  /** How much of it is kept; counted for steps that erase. */
  kept: Kept | null;
  formKey: string | null;
  /** Pictures the step brings, and what binds the log to them. */
  photos: readonly { id: string; sha256: string }[];
  assumed: boolean;
  newId(): string;
  newSalt(): string;
  /** The second appeal of a step that touches two. */
  other: CaseFile | null;
  /** What tells one person from another without saying who; null where nothing does. */
  personKey(given: Given): string | null;
  /** A Voice's contact as it is kept, and what the log is bound to instead. */
  seal(
    voiceId: string,
    given: Given,
  ): { row: ContactRow; commitments: { [field: string]: string } };
}

/** How a resident may be reached, in plain words. */
export interface Given {
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Words that come with a step: kept in an erasable table, committed to by the event. */
export type Words = Record<string, string | null | undefined>;

type Fresh<Row> = Omit<Row, 'id' | 'appealId' | 'seq' | 'at'>;

/** What follows from a step, said in the field's words; `settle` turns it into rows. */
export interface Follow {
  /** Absent: the appeal stays where it is. */
  to?: Status;
  closedAs?: ClosedAs;
  appeal?: Partial<Pick<AppealRow, 'categoryId' | 'urgency' | 'kind' | 'namesPerson'>>;
  /** A new lead: ends the present one as said. */
  lead?: {
    unit: Pick<UnitRef, 'id' | 'path'> & Partial<Pick<UnitRef, 'kind'>>;
    personId?: string | null;
    ends?: AssignmentEnd;
    /** Helps the lead, and goes when it goes. */
    second?: UnitRef | undefined;
  };
  /** Ends the present lead without a new one. */
  endLead?: AssignmentEnd;
  /** The lead's person. */
  personId?: string | null;
  /** The round gets its answer. */
  answer?: { outcome: Outcome; unitId: string; unitPath: string; atDesk: boolean };
  /** The round's answer is taken back. */
  unanswer?: boolean;
  /** A new round begins, with the last lead where there is one. */
  nextRound?: { origin: Origin };
  /** The contact clock stops as tried. */
  tried?: boolean;
  /** Running clocks marked late where they stand, by id. */
  stamps?: readonly string[];
  /** A request begins, about this round unless another is named; somebody who never had the case decides. */
  request?: Pick<
    RequestRow,
    'kind' | 'unitId' | 'unitPath' | 'voiceId' | 'amount' | 'unit' | 'untilOn'
  > &
    Partial<
      Pick<
        RequestRow,
        'roundId' | 'causeClass' | 'ownerUnitId' | 'ownerUnitPath' | 'exclusionClass'
      >
    >;
  /** A pending request is decided. */
  endRequest?: { id: string; outcome: 'granted' | 'refused' };
  /** Units called to the case, in the order they were named. */
  calls?: readonly Pick<
    CallRow,
    'unitId' | 'unitPath' | 'onSite' | 'reportInBy' | 'arriveBy' | 'reportBackBy'
  >[];
  /** What has changed of a call; an outcome ends it. */
  call?: {
    id: string;
    change: Partial<
      Pick<
        CallRow,
        | 'personId'
        | 'reportedInAt'
        | 'arrivedAt'
        | 'reportedBackAt'
        | 'outcome'
        | 'helpRating'
        | 'callRating'
      >
    >;
  };
  /** The promise is given this much more. */
  extend?: Allowance;
  /** The resident is asked something; where it holds the promise, that stands still meanwhile. */
  question?: Pick<QuestionRow, 'unitId' | 'unitPath' | 'untilOn'> & { holds: boolean };
  /** A question is no longer waited for. */
  endQuestion?: { id: string; as: Exclude<QuestionEnd, 'passed' | 'void'> };
  /** The promise stands still for the statutory test of this request. */
  holdForTest?: string;
  /** The test of this request is no longer waited for. */
  endTest?: string;
  /** Where the cause lies; ends what was said of it before. */
  cause?: Pick<CauseRow, 'class' | 'unitId' | 'unitPath' | 'requestId'>;
  /** The cause's owner said by when something is done about it. */
  answerCause?: { byOn: string };
  /** When the pause of a parked appeal ended; absent: now. */
  resumedAt?: Date;
  /** Running clocks are counted again under the newest calendar. */
  recount?: boolean;
  /** Cards given to whoever holds these clocks. */
  cards?: readonly { clockId: string; card: Card }[];
  /** The appeal comes under supervision, or what it is under changes. */
  supervision?: Partial<Pick<SupervisionRow, 'level' | 'cause' | 'nextOn' | 'leaderId'>>;
  /** Supervision ends. */
  release?: boolean;
  /** Units and people barred from now on, with whoever stands in for the person. */
  recuse?: readonly (Pick<RecusalRow, 'unitId' | 'unitPath' | 'personId' | 'ground'> & {
    deputyId: string | null;
  })[];
  /** Who stands in for people that are barred with another case. */
  deputies?: readonly string[];
  /** A recusal is lifted, by id. */
  unrecuse?: string;
  /** Clocks put back to running, with their old dates. */
  unstop?: readonly ClockKind[];
  /** The filer lets everybody read it, or no longer. */
  consents?: boolean;
  /** The words of this step are shown to everybody; or nothing is any more. */
  publishes?: boolean;
  /** Voices of other cases that are asked whether it holds. */
  asks?: readonly string[];
  saysNeighbour?: { id: string; holds: 'yes' | 'no' | 'unsure' };
  /** It is drawn for a spot check. */
  picks?: { drawId: string; roundId: string };
  /** What has changed of a spot check; an outcome ends it. */
  check?: {
    id: string;
    change: Partial<Pick<SpotCheckRow, 'tries' | 'how' | 'outcome' | 'personId'>>;
  };
  verdict?: Fresh<VerdictRow>;
  pressure?: Fresh<PressureRow>;
  interview?: Fresh<InterviewRow>;
  message?: { voiceId: string | null; unitId: string | null };
  /** A voice leaves; where it was the filer's, the oldest other one becomes the filer. */
  leaves?: string;
  /** A voice comes to the others. */
  joins?: { voice: VoiceRow; contact: ContactRow; person: string | null };
  /** The appeal becomes part of another. */
  merge?: { targetId: string; number: string };
  /** The appeal takes another in, as that one stands after its own step. */
  takesIn?: { merge: MergeRow; source: CaseFile };
  /** A merge ends, on whichever side. */
  givesBack?: MergeRow;
  /** What is known of these Voices goes; with `contacts` and `words` they are all there are. */
  erases?: { what: Erasable; voiceIds: readonly string[] };
  /** A Voice asks to be forgotten once it is closed. */
  asksErasure?: string;
  data?: { [key: string]: Json };
  words?: Words;
}

export interface Transition<Schema extends z.ZodType = z.ZodType> {
  /** What the step asks. Messages are problem codes. */
  input: Schema;
  /** What speaks against the step before anything is filled in. */
  unless?(file: CaseFile, actor: Actor, at: Date): Refusal | null;
  /** What speaks against this very input. */
  objection?(
    file: CaseFile,
    input: z.output<Schema>,
    actor: Actor,
    context: Context,
  ): Refusal | null;
  /** Ids in the input that must be looked up before. */
  names?(input: z.output<Schema>): {
    unitId?: string;
    unitIds?: readonly string[];
    personId?: string;
    categoryId?: string | null;
  };
  /** It names a lead: whether that unit has the power is looked up before. */
  namesLead?: true;
  /** It erases: how much is kept is counted before. */
  counts?: true;
  follows(file: CaseFile, input: z.output<Schema>, actor: Actor, context: Context): Follow;
  /**
   * What follows for the second appeal of a step that touches two. `after` and `before` are the first
   * one, with the step taken and without it.
   */
  pair?(other: CaseFile, after: CaseFile, input: z.output<Schema>, before: CaseFile): Follow;
}

/** Keeps the input's type inside one verb's file. */
export const transition = <Schema extends z.ZodType>(it: Transition<Schema>): Transition<Schema> =>
  it;

import { type Verb, verbs } from '@/lib/appeals/lifecycle';
import { AcceptFields } from './accept-fields';
import { AnswerCauseFields } from './answer-cause-fields';
import { AnswerQuestionFields } from './answer-question-fields';
import { AskExclusionFields } from './ask-exclusion-fields';
import { AskFields } from './ask-fields';
import { AskForFields } from './ask-for-fields';
import { AssignFields } from './assign-fields';
import { calledStep } from './called-step';
import { ContactFields } from './contact-fields';
import { DecideExclusionFields } from './decide-exclusion-fields';
import { decideFields } from './decide-fields';
import { DeclineFields } from './decline-fields';
import { DispatchFields } from './dispatch-fields';
import { EndHoldFields } from './end-hold-fields';
import { InterviewFields } from './interview-fields';
import { JoinFields } from './join-fields';
import { MergeFields } from './merge-fields';
import { MissContactFields } from './miss-contact-fields';
import { PlaceCauseFields } from './place-cause-fields';
import { PublishFields } from './publish-fields';
import { RateHelpFields } from './rate-help-fields';
import { RecheckFields } from './recheck-fields';
import { RecuseFields } from './recuse-fields';
import { RedispatchFields } from './redispatch-fields';
import { ReportBackFields } from './report-back-fields';
import { ResolveFields } from './resolve-fields';
import { ResumeFields } from './resume-fields';
import { RuleExclusionFields } from './rule-exclusion-fields';
import { RuleFields } from './rule-fields';
import { SendBackFields } from './send-back-fields';
import type { StepProps } from './step-props';
import { SuperviseFields } from './supervise-fields';
import { TakeOnFields } from './take-on-fields';
import { textStep } from './text-step';
import { UnrecuseFields } from './unrecuse-fields';
import { WhistleFields, whistleNames } from './whistle-fields';

export interface StepFields {
  /** What the step asks, in the order of the form; the words of each stand in messages/<locale>/steps.json. */
  names: readonly string[];
  Fields: (props: StepProps) => React.ReactNode | Promise<React.ReactNode>;
  /** Ends the appeal against the resident's wish: outlined in red. */
  grave?: true;
}

/** The form of every verb of the desk; the others are a resident's or the system's. */
export const stepFields: Record<Verb, StepFields | null> = {
  file: null,
  dispatch: {
    names: ['unitId', 'secondId', 'reason', 'categoryId', 'urgency', 'note'],
    Fields: DispatchFields,
  },
  answer: { names: ['answer'], Fields: textStep('answer', 'answer', 5000) },
  decline: { names: ['class', 'reason', 'route'], Fields: DeclineFields, grave: true },
  sendBack: { names: ['betterUnitId', 'reason'], Fields: SendBackFields },
  redispatch: { names: ['unitId', 'secondId', 'reason'], Fields: RedispatchFields },
  accept: { names: [], Fields: AcceptFields },
  assign: { names: ['personId', 'note'], Fields: AssignFields },
  contact: { names: ['how', 'said'], Fields: ContactFields },
  missContact: { names: ['how', 'note'], Fields: MissContactFields },
  message: { names: ['words'], Fields: textStep('message', 'words', 2000) },
  supplement: { names: ['words'], Fields: textStep('supplement', 'words', 2000) },
  resolve: {
    names: ['outcome', 'answer', 'basis', 'route', 'silentReason'],
    Fields: ResolveFields,
  },
  whistle: { names: whistleNames, Fields: WhistleFields },
  reportIn: { names: ['note'], Fields: calledStep('reportIn') },
  arrive: { names: ['note'], Fields: calledStep('arrive') },
  reportBack: {
    names: ['outcome', 'found', 'decided', 'plan', 'reason'],
    Fields: ReportBackFields,
  },
  rateHelp: { names: ['callId', 'rating', 'note'], Fields: RateHelpFields },
  redo: { names: ['reason'], Fields: textStep('redo', 'reason', 2000) },
  judge: null,
  interview: {
    names: ['round', 'voiceId', 'reached', 'solved', 'more', 'result', 'handling', 'said'],
    Fields: InterviewFields,
  },
  lapse: null,
  lookBack: null,
  ask: { names: ['question', 'untilOn'], Fields: AskFields },
  answerQuestion: { names: ['questionId', 'words'], Fields: AnswerQuestionFields },
  endHold: { names: ['holdId', 'note'], Fields: EndHoldFields },
  askFor: {
    names: ['kind', 'amount', 'untilOn', 'basis', 'causeClass', 'ownerUnitId', 'cause', 'reason'],
    Fields: AskForFields,
  },
  grant: { names: ['requestId', 'reason'], Fields: decideFields('grant') },
  refuse: { names: ['requestId', 'reason'], Fields: decideFields('refuse') },
  resume: { names: ['note'], Fields: ResumeFields },
  object: null,
  rule: { names: ['upheld', 'reason'], Fields: RuleFields },
  askExclusion: { names: ['round', 'exclusionClass', 'evidence'], Fields: AskExclusionFields },
  decideExclusion: { names: ['requestId', 'leaveOut', 'reason'], Fields: DecideExclusionFields },
  objectExclusion: null,
  ruleExclusion: { names: ['requestId', 'upheld', 'reason'], Fields: RuleExclusionFields },
  placeCause: {
    names: ['causeClass', 'ownerUnitId', 'cause', 'reason'],
    Fields: PlaceCauseFields,
  },
  answerCause: { names: ['byOn', 'plan'], Fields: AnswerCauseFields },
  join: {
    names: ['way', 'name', 'phone', 'email', 'secret', 'words'],
    Fields: JoinFields,
  },
  leave: null,
  merge: { names: ['number', 'reason'], Fields: MergeFields },
  unmerge: { names: ['reason'], Fields: textStep('unmerge', 'reason', 1000) },
  supervise: { names: ['level', 'reason', 'nextOn'], Fields: SuperviseFields },
  release: { names: ['reason'], Fields: textStep('release', 'reason', 2000) },
  takeOn: { names: ['nextOn', 'note'], Fields: TakeOnFields },
  card: null,
  recuse: { names: ['whom', 'unitId', 'personId', 'who', 'reason'], Fields: RecuseFields },
  unrecuse: { names: ['recusalId', 'reason'], Fields: UnrecuseFields },
  entrust: null,
  repromise: null,
  stamp: null,
  reopen: { names: ['reason'], Fields: textStep('reopen', 'reason', 2000) },
  withdraw: null,
  consent: null,
  askNeighbours: null,
  witness: null,
  pick: null,
  recheck: { names: ['how', 'found', 'said'], Fields: RecheckFields },
  publish: {
    names: ['title', 'what', 'place', 'answer', 'checked'],
    Fields: PublishFields,
  },
  unpublish: { names: ['reason'], Fields: textStep('unpublish', 'reason', 1000), grave: true },
  erase: null,
  askErasure: null,
  annotate: { names: ['note'], Fields: textStep('annotate', 'note', 2000) },
};

/** A field of a row, `unit2`, is labelled as `unit` with its number. */
export function labelKeyOf(name: string): { key: string; number: string } {
  const [, key = name, number = ''] = /^(.+?)(\d+)$/.exec(name) ?? [];
  return { key, number };
}

export const deskVerbs: readonly Verb[] = verbs.filter((verb) => stepFields[verb] !== null);

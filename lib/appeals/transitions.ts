import type { Verb } from './lifecycle';
import type { Transition } from './transition';
import { accept } from './transitions/accept';
import { annotate } from './transitions/annotate';
import { answer } from './transitions/answer';
import { answerCause } from './transitions/answer-cause';
import { answerQuestion } from './transitions/answer-question';
import { arrive } from './transitions/arrive';
import { ask } from './transitions/ask';
import { askErasure } from './transitions/ask-erasure';
import { askExclusion } from './transitions/ask-exclusion';
import { askFor } from './transitions/ask-for';
import { askNeighbours } from './transitions/ask-neighbours';
import { assign } from './transitions/assign';
import { card } from './transitions/card';
import { consent } from './transitions/consent';
import { contact } from './transitions/contact';
import { decideExclusion } from './transitions/decide-exclusion';
import { decline } from './transitions/decline';
import { dispatch } from './transitions/dispatch';
import { endHold } from './transitions/end-hold';
import { entrust } from './transitions/entrust';
import { erase } from './transitions/erase';
import { file } from './transitions/file';
import { grant } from './transitions/grant';
import { interview } from './transitions/interview';
import { join } from './transitions/join';
import { judge } from './transitions/judge';
import { lapse } from './transitions/lapse';
import { leave } from './transitions/leave';
import { lookBack } from './transitions/look-back';
import { merge } from './transitions/merge';
import { message } from './transitions/message';
import { missContact } from './transitions/miss-contact';
import { object } from './transitions/object';
import { objectExclusion } from './transitions/object-exclusion';
import { pick } from './transitions/pick';
import { placeCause } from './transitions/place-cause';
import { publish } from './transitions/publish';
import { rateHelp } from './transitions/rate-help';
import { recheck } from './transitions/recheck';
import { recuse } from './transitions/recuse';
import { redispatch } from './transitions/redispatch';
import { redo } from './transitions/redo';
import { refuse } from './transitions/refuse';
import { release } from './transitions/release';
import { reopen } from './transitions/reopen';
import { reportBack } from './transitions/report-back';
import { reportIn } from './transitions/report-in';
import { repromise } from './transitions/repromise';
import { resolve } from './transitions/resolve';
import { resume } from './transitions/resume';
import { rule } from './transitions/rule';
import { ruleExclusion } from './transitions/rule-exclusion';
import { sendBack } from './transitions/send-back';
import { stamp } from './transitions/stamp';
import { supervise } from './transitions/supervise';
import { supplement } from './transitions/supplement';
import { takeOn } from './transitions/take-on';
import { unmerge } from './transitions/unmerge';
import { unpublish } from './transitions/unpublish';
import { unrecuse } from './transitions/unrecuse';
import { whistle } from './transitions/whistle';
import { withdraw } from './transitions/withdraw';
import { witness } from './transitions/witness';

/** The rule of every verb; the compiler asks for one a line of the table. */
export const transitions: Record<Verb, Transition> = {
  file,
  dispatch,
  answer,
  decline,
  sendBack,
  redispatch,
  accept,
  assign,
  contact,
  missContact,
  message,
  supplement,
  resolve,
  whistle,
  reportIn,
  arrive,
  reportBack,
  rateHelp,
  redo,
  judge,
  interview,
  lapse,
  lookBack,
  reopen,
  withdraw,
  ask,
  answerQuestion,
  endHold,
  askFor,
  grant,
  refuse,
  resume,
  object,
  rule,
  askExclusion,
  decideExclusion,
  objectExclusion,
  ruleExclusion,
  placeCause,
  answerCause,
  join,
  leave,
  merge,
  unmerge,
  supervise,
  release,
  takeOn,
  card,
  recuse,
  unrecuse,
  entrust,
  repromise,
  stamp,
  consent,
  publish,
  unpublish,
  askNeighbours,
  witness,
  pick,
  recheck,
  erase,
  askErasure,
  annotate,
};

import type { Party } from './parties';

export const statuses = [
  'filed',
  'dispatched',
  'accepted',
  'contacted',
  'resolved',
  'closed',
  'parked',
] as const;
export type Status = (typeof statuses)[number];

export const closedAsWords = [
  'judged',
  'heard',
  'lapsed',
  'declined',
  'withdrawn',
  'merged',
  'concluded',
] as const;
export type ClosedAs = (typeof closedAsWords)[number];

export const isOpen = (status: Status): boolean => status !== 'closed';

const any = statuses;
const open = statuses.filter(isOpen);
const dispatcher: Party = 'office:dispatch';
const unit: Party = 'lead:handle';
const called: Party = 'called:handle';
const reviewer: Party = 'neutral:review';
const owner: Party = 'cause:handle';
const supervisor: Party = 'office:supervise';

interface Move {
  /** Statuses in which the verb may be used; none: it makes the appeal. */
  from: readonly Status[];
  /** Statuses it may lead to; 'same' touches without moving. */
  to: readonly (Status | 'same')[];
  by: readonly Party[];
}

/** Every verb there is. What a verb asks and what follows stands in transitions/<verb>.ts. */
// biome-ignore format: one line a verb, so that the whole life is read at a glance
export const lifecycle = {
  file:        { from: [],                                      to: ['filed'],                                  by: ['resident', 'office:fileForCaller', 'import'] },
  dispatch:    { from: ['filed'],                               to: ['dispatched'],                             by: [dispatcher, 'system', 'import'] },
  answer:      { from: ['filed'],                               to: ['resolved'],                               by: ['office:answer'] },
  decline:     { from: ['filed'],                               to: ['closed'],                                 by: [dispatcher] },
  sendBack:    { from: ['dispatched'],                          to: ['filed'],                                  by: [unit] },
  redispatch:  { from: ['dispatched', 'accepted', 'contacted'], to: ['dispatched'],                             by: [dispatcher, supervisor] },
  accept:      { from: ['dispatched'],                          to: ['accepted'],                               by: [unit, 'import'] },
  assign:      { from: ['dispatched', 'accepted', 'contacted', 'parked', 'resolved'], to: ['same'],                                   by: ['lead:assign', 'system'] },
  contact:     { from: ['accepted', 'contacted'],               to: ['contacted'],                              by: [unit, 'import'] },
  missContact: { from: ['accepted', 'contacted'],               to: ['same'],                                   by: [unit] },
  message:     { from: open,                                    to: ['same'],                                   by: ['voice', unit, 'responsible:handle', 'office:answer'] },
  supplement:  { from: open,                                    to: ['same'],                                   by: ['voice', 'office:fileForCaller'] },
  resolve:     { from: ['accepted', 'contacted'],               to: ['resolved'],                               by: [unit, 'import'] },
  whistle:     { from: ['accepted', 'contacted'],               to: ['same'],                                   by: [unit] },
  reportIn:    { from: ['accepted', 'contacted', 'parked'],     to: ['same'],                                   by: [called] },
  arrive:      { from: ['accepted', 'contacted', 'parked'],     to: ['same'],                                   by: [called] },
  reportBack:  { from: ['accepted', 'contacted', 'parked'],     to: ['same'],                                   by: [called] },
  rateHelp:    { from: any,                                     to: ['same'],                                   by: ['everLead:handle', called] },
  redo:        { from: ['resolved'],                            to: ['contacted'],                              by: ['office:redo'] },
  judge:       { from: any,                                     to: ['same', 'dispatched', 'filed', 'closed'],  by: ['voice', 'merged'] },
  interview:   { from: any,                                     to: ['same', 'dispatched', 'filed', 'closed'],  by: ['neutral:interview'] },
  lapse:       { from: ['resolved'],                            to: ['closed', 'dispatched', 'filed'],          by: ['system', 'import'] },
  lookBack:    { from: ['closed'],                              to: ['same', 'dispatched', 'filed'],            by: ['voice', 'merged'] },
  reopen:      { from: ['closed'],                              to: ['dispatched', 'filed'],                    by: ['voice', supervisor] },
  withdraw:    { from: open,                                    to: ['closed', 'same'],                         by: ['filer'] },
  ask:         { from: ['contacted'],                           to: ['same'],                                   by: [unit] },
  answerQuestion: { from: open,                                 to: ['same'],                                   by: ['voice', 'office:fileForCaller'] },
  endHold:     { from: ['contacted'],                           to: ['same'],                                   by: [unit, 'system'] },
  askFor:      { from: ['accepted', 'contacted', 'resolved'],   to: ['same'],                                   by: [unit] },
  grant:       { from: ['accepted', 'contacted', 'resolved'],   to: ['same', 'parked', 'closed'],               by: [reviewer] },
  refuse:      { from: ['accepted', 'contacted', 'resolved'],   to: ['same'],                                   by: [reviewer] },
  resume:      { from: ['parked'],                              to: ['contacted'],                              by: [unit, 'system'] },
  object:      { from: ['resolved', 'closed'],                  to: ['same'],                                   by: ['voice'] },
  rule:        { from: ['resolved', 'closed'],                  to: ['same', 'dispatched', 'filed'],            by: [reviewer] },
  askExclusion:    { from: any,                                 to: ['same'],                                   by: ['everLead:handle'] },
  decideExclusion: { from: any,                                 to: ['same'],                                   by: [reviewer] },
  objectExclusion: { from: any,                                 to: ['same'],                                   by: ['voice'] },
  ruleExclusion:   { from: any,                                 to: ['same'],                                   by: [reviewer] },
  placeCause:  { from: open,                                    to: ['same'],                                   by: [reviewer] },
  answerCause: { from: any,                                     to: ['same'],                                   by: [owner] },
  join:        { from: open,                                    to: ['same'],                                   by: ['guest', 'office:fileForCaller'] },
  leave:       { from: open,                                    to: ['same'],                                   by: ['joined'] },
  merge:       { from: ['filed', 'dispatched', 'accepted', 'contacted', 'parked'], to: ['closed'],              by: [dispatcher] },
  unmerge:     { from: ['closed'],                              to: ['filed', 'dispatched', 'accepted', 'contacted', 'parked'], by: [dispatcher] },
  supervise:   { from: any,                                     to: ['same'],                                   by: [supervisor, 'system'] },
  release:     { from: any,                                     to: ['same'],                                   by: [supervisor] },
  takeOn:      { from: open,                                    to: ['same'],                                   by: ['over:takeOn'] },
  card:        { from: open,                                    to: ['same'],                                   by: ['system'] },
  recuse:      { from: any,                                     to: ['same'],                                   by: ['voice', 'office:annotate', 'system'] },
  unrecuse:    { from: any,                                     to: ['same'],                                   by: ['office:unrecuse'] },
  entrust:     { from: open,                                    to: ['same'],                                   by: ['system'] },
  repromise:   { from: any,                                     to: ['same'],                                   by: ['system'] },
  stamp:       { from: open,                                    to: ['same'],                                   by: ['import'] },
  consent:     { from: any,                                     to: ['same'],                                   by: ['filer'] },
  publish:     { from: any,                                     to: ['same'],                                   by: [reviewer] },
  unpublish:   { from: any,                                     to: ['same'],                                   by: [reviewer, supervisor] },
  askNeighbours: { from: ['closed'],                            to: ['same'],                                   by: ['system'] },
  witness:     { from: any,                                     to: ['same'],                                   by: ['neighbour'] },
  pick:        { from: ['resolved', 'closed'],                  to: ['same'],                                   by: ['system'] },
  recheck:     { from: any,                                     to: ['same', 'dispatched', 'filed'],            by: ['neutral:interview'] },
  erase:       { from: ['closed'],                              to: ['same'],                                   by: ['system'] },
  askErasure:  { from: any,                                     to: ['same'],                                   by: ['voice'] },
  annotate:    { from: any,                                     to: ['same'],                                   by: ['office:readAll', 'everLead:annotate'] },
} as const satisfies Record<string, Move>;

export type Verb = keyof typeof lifecycle;

export const verbs = Object.keys(lifecycle) as Verb[];

/** Takes anything: what is bound to a form's action is in the sender's hands. */
export const isVerb = (name: unknown): name is Verb =>
  typeof name === 'string' && Object.hasOwn(lifecycle, name);

/** Where a verb leads, 'same' resolved against where the appeal stands. */
export function leadsTo(verb: Verb, from: Status, to: Status): boolean {
  const targets: readonly (Status | 'same')[] = lifecycle[verb].to;
  return targets.includes(to) || (to === from && targets.includes('same'));
}

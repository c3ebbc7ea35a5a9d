/** Closed lists of choices, in the order people are asked. Words for each stand in messages. */
export const urgencies = ['extraUrgent', 'urgent', 'ordinary', 'complex'] as const;
export const appealKinds = ['consultation', 'help', 'complaint', 'report', 'suggestion'] as const;
export const channels = ['web', 'telephone', 'visit', 'letter'] as const;
export const contactWays = ['telephone', 'visit', 'message'] as const;
export const missWays = ['telephone', 'visit'] as const;
export const supervisionCauses = [
  'person',
  'redCard',
  'overdue',
  'unsolvedRounds',
  'handOvers',
  'pressed',
  'silent',
] as const;
export const causeClasses = ['rule', 'budget', 'plan', 'data', 'department'] as const;
/**
 * Grounds for leaving a round out of the figures, in the order people are asked: three of the classes above, what is
 * found after review to be beyond what anybody can ask, and what 国办发〔2019〕51号 calls malicious or mistaken ratings.
 */
export const exclusionClasses = [
  'unlawful',
  'otherProcedure',
  'outsideDuties',
  'unreasonable',
  'malicious',
  'mistaken',
] as const;
export const joinWays = ['link', 'telephone', 'email'] as const;
export const outcomes = ['done', 'partly', 'cannot'] as const;
export const reportOutcomes = ['reported', 'notOurs'] as const;
export const callRatings = ['good', 'fair', 'poor'] as const;
export const solvedWords = ['yes', 'partly', 'no'] as const;
export const checkWays = ['call', 'visit'] as const;
export const checkFindings = ['yes', 'partly', 'no', 'notReached'] as const;
export const satisfactions = ['satisfied', 'neutral', 'dissatisfied'] as const;

/** Beijing regulation 2021, Art. 11 para. 3, items 1 to 6, in that order. */
export const declineClasses = [
  'emergency',
  'otherProcedure',
  'noNewFacts',
  'secret',
  'outsideDuties',
  'unlawful',
] as const;

/** Who files for somebody else: one of theirs, next door, the community's grid worker (网格员). */
export const helpers = ['family', 'neighbour', 'gridWorker', 'other'] as const;

import { openQuestion } from '@/lib/appeals/case-file';
import { contestedNaming } from '@/lib/appeals/hand-overs';
import type { CaseView, Named, StoryEntry } from '@/lib/appeals/queries/case-view';
import type { OwnCase } from './own-case';

/** The last answer of a round, as the story tells it. */
export const answerOf = (view: CaseView, round: number): StoryEntry | undefined =>
  view.story.findLast(
    (it) => it.round === round && (it.verb === 'resolve' || it.verb === 'answer'),
  );

/** Who has the case, answers for it while nobody has it, or had it when it was answered. */
export function unitOf(view: CaseView): Named | null {
  if (view.lead) return view.lead.unit;
  if (view.responsible) return view.responsible;
  const answer = view.story.findLast((it) => it.verb === 'resolve' || it.verb === 'answer');
  return answer?.by.kind === 'person' ? answer.by.unit : null;
}

/** The answer of the present round waits for this resident's word. */
export const isMyTurn = ({ view, toJudge }: OwnCase): boolean =>
  view.file.appeal.status === 'resolved' &&
  toJudge.some((it) => it.number === view.file.appeal.round);

/** Key of `follow.state`: how things stand, in one sentence. */
export function stateKey(own: OwnCase): string {
  const { appeal, rounds } = own.view.file;
  if (appeal.status === 'closed') return appeal.closedAs ?? 'judged';
  if (appeal.status === 'filed' && contestedNaming(own.view.file)) return 'returned';
  if (appeal.status === 'filed') return appeal.round > 1 ? 'filedAgain' : 'filed';
  if (openQuestion(own.view.file)) return 'asked';
  if (appeal.status !== 'resolved') return appeal.status;
  if (!isMyTurn(own)) return 'answered';
  return rounds.find((it) => it.number === appeal.round)?.outcome ?? 'done';
}

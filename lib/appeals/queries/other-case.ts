import { db } from '@/lib/db/client';
import type { VoiceActor } from '@/lib/people/actor';
import { type CaseFile, leadOf, roundOf, runningClock } from '../case-file';
import { loadCaseFile } from '../load';
import { roundToLookBack } from '../look-back';
import { mergeOf } from '../merged';
import { roundsToJudge } from '../rating';
import type { RoundRow } from '../records';
import type { Named } from './case-view';

/** What a resident whose case is or was part of another may read of that one: never its residents' words. */
export interface OtherCase {
  file: CaseFile;
  /** False once the two have been taken apart: then only what is still to be judged is shown. */
  standing: boolean;
  unit: Named | null;
  promisedAt: Date | null;
  /** Answers this resident was asked about and has not judged, oldest first. */
  toJudge: RoundRow[];
  /** Two weeks after closing, and this resident has not said whether it holds. */
  looksBack: boolean;
  /** What the unit answered, by round; for the rounds asked about. */
  answers: { round: number; answer: string }[];
  /** Answered, and this resident is asked through another link of theirs. */
  askedElsewhere: boolean;
}

/** The other cases of this resident's own, newest merge first. */
export async function otherCases(actor: VoiceActor, own: CaseFile): Promise<OtherCase[]> {
  const ids = own.merged.merges.filter((it) => it.sourceId === own.appeal.id);
  const targets = [...new Set(ids.map((it) => it.targetId))].toReversed();
  const found = await Promise.all(targets.map((it) => readOne(actor, own, it)));
  return found.filter(
    (it) => it !== null && (it.standing || it.looksBack || it.toJudge.length > 0),
  ) as OtherCase[];
}

async function readOne(
  actor: VoiceActor,
  own: CaseFile,
  targetId: string,
): Promise<OtherCase | null> {
  const loaded = await loadCaseFile(db(), targetId);
  if (!loaded) return null;
  const { file, clock } = loaded;
  const standing = mergeOf(own)?.targetId === targetId;
  const asked = file.rounds.filter((it) => it.invited.includes(actor.voiceId));
  const seqs = file.steps.filter((it) => it.verb === 'resolve' || it.verb === 'answer');
  const unitId = leadOf(file)?.unitId ?? roundOf(file).unitId;
  const [unit, texts] = await Promise.all([
    unitId
      ? db().unit.findUnique({
          where: { id: unitId },
          select: { id: true, name: true, nameEn: true },
        })
      : null,
    db().text.findMany({
      where: { appealId: targetId, field: 'answer', seq: { in: seqs.map((it) => it.seq) } },
    }),
  ]);
  const answers = asked.flatMap(({ number }) => {
    const seq = seqs.findLast((it) => it.round === number)?.seq;
    const answer = texts.find((it) => it.seq === seq)?.body;
    return answer ? [{ round: number, answer }] : [];
  });
  return {
    file,
    standing,
    unit,
    promisedAt: runningClock(file, 'promise')?.dueAt ?? null,
    toJudge: roundsToJudge(file, actor.voiceId),
    looksBack: roundToLookBack(file, actor.voiceId, clock) !== null,
    answers,
    askedElsewhere:
      standing &&
      file.appeal.status === 'resolved' &&
      !roundOf(file).invited.includes(actor.voiceId),
  };
}

/** Which of the other cases a verdict is about: the only key a page hands over is checked by `perform`. */
export async function otherCaseIdOf(actor: VoiceActor, caseNumber: string): Promise<string | null> {
  const merge = await db().merge.findFirst({
    where: { sourceId: actor.appealId, target: { caseNumber } },
    select: { targetId: true },
  });
  return merge?.targetId ?? null;
}

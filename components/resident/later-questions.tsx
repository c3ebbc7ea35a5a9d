import { Buttons, LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import type { RoundRow } from '@/lib/appeals/records';
import { getTranslations } from '@/lib/i18n/words';

type LaterQuestionsProps = { caseNumber: string; rounds: readonly RoundRow[]; closed: boolean };

/** Answers whose time has passed may still be judged: said calmly, since nothing waits for it. */
export async function LaterQuestions({ caseNumber, rounds, closed }: LaterQuestionsProps) {
  const t = await getTranslations('follow.question');
  if (rounds.length === 0) return null;
  return (
    <Note boxed heading={t(closed ? 'late' : 'pastRounds')}>
      <p className="mb-16">{t('lateText')}</p>
      <Buttons>
        {rounds.map(({ number }) => (
          <LinkButton
            key={number}
            kind="second"
            href={`/follow/${caseNumber}/judge?round=${number}`}
          >
            {rounds.length > 1 ? t('judgeRound', { round: number }) : t('lateJudge')}
          </LinkButton>
        ))}
      </Buttons>
    </Note>
  );
}

import { tellingAt } from '@/components/appeals/telling';
import { NowBox } from '@/components/ui/now-box';
import { StoryItem, StoryLine } from '@/components/ui/story-line';
import type { RoundRow } from '@/lib/appeals/records';
import { promisedMomentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { LastExchange } from './last-exchange';
import type { OwnCase } from './own-case';
import { richWords } from './rich-words';
import { VerdictForm } from './verdict-form';

/** The last exchange, and the question to the resident as the next event on the line. */
export async function Question({ own, round }: { own: OwnCase; round: RoundRow }) {
  const t = await getTranslations('follow.question');
  const cannot = round.outcome === 'cannot';
  return (
    <StoryLine flush>
      <LastExchange own={own} round={round.number} />
      <StoryItem kind="turn" when={t('now')}>
        <NowBox id="question" heading={t(cannot ? 'headingCannot' : 'heading')}>
          <Lead own={own} round={round} />
          <VerdictForm view={own.view} round={round} />
        </NowBox>
      </StoryItem>
    </StoryLine>
  );
}

async function Lead({ own: { view }, round }: { own: OwnCase; round: RoundRow }) {
  const t = await getTranslations('follow.question');
  const { appeal, clocks } = view.file;
  const rate = clocks.find((it) => it.kind === 'rate' && it.stoppedAt === null);
  if (round.number !== appeal.round) {
    return <p className="mt-8">{t('leadPast', { round: round.number })}</p>;
  }
  if (!rate?.dueAt) return <p className="mt-8">{t('leadLate')}</p>;
  const date = promisedMomentOf(rate.dueAt, await tellingAt(view.at));
  const key = round.outcome === 'cannot' ? 'leadCannot' : 'lead';
  return <p className="mt-8">{t.rich(key, { ...(await richWords()), date })}</p>;
}

import { factValues } from '@/components/appeals/story-facts';
import { kindOf, sentenceValues } from '@/components/appeals/story-words';
import { langOf, tellingAt } from '@/components/appeals/telling';
import { Said, StoryDetail, StoryItem } from '@/components/ui/story-line';
import type { CaseView, StoryEntry } from '@/lib/appeals/queries/case-view';
import { momentOf } from '@/lib/i18n/dates';
import { gapWords } from '@/lib/i18n/spans';
import { getTranslations } from '@/lib/i18n/words';
import { answerOf } from './case-state';
import type { OwnCase } from './own-case';

type LastExchangeProps = { own: OwnCase; round: number };

/** What was said last and what was answered to it: two events of a flush story line. */
export async function LastExchange({ own: { view, voice }, round }: LastExchangeProps) {
  const answer = answerOf(view, round);
  if (!answer) return null;
  const said = view.story.findLast(
    (it) => it.seq < answer.seq && it.by.kind === 'voice' && kindOf(it) === 'said',
  );
  return (
    <>
      {said && <Exchanged entry={said} view={view} lang={langOf(voice.locale)} />}
      <Exchanged entry={answer} after={said} view={view} />
    </>
  );
}

type ExchangedProps = {
  entry: StoryEntry;
  after?: StoryEntry | undefined;
  view: CaseView;
  lang?: string | undefined;
};

async function Exchanged({ entry, after, view, lang }: ExchangedProps) {
  const telling = await tellingAt(view.at);
  const [t, words] = await Promise.all([getTranslations('story'), getTranslations('words')]);
  const spoken = entry.words.what ?? entry.words.words ?? entry.words.reason;
  const { answer, basis, route } = entry.words;
  return (
    <StoryItem
      kind={kindOf(entry)}
      when={momentOf(entry.at, telling)}
      dateTime={entry.at.toISOString()}
      gap={after ? gapWords(after.at, entry.at, telling.locale) : undefined}
      by={t(`voice.${entry.verb}`, {
        ...sentenceValues(entry, 'voice', telling.locale, words),
        ...factValues(entry, telling, t, words),
      })}
    >
      {spoken && <Said lang={lang}>{spoken}</Said>}
      {answer && <p className="whitespace-pre-line">{answer}</p>}
      {basis && (
        <StoryDetail>{t('labelled', { label: t('field.basis'), body: basis })}</StoryDetail>
      )}
      {route && (
        <StoryDetail>{t('labelled', { label: t('field.route'), body: route })}</StoryDetail>
      )}
    </StoryItem>
  );
}

import { StoryPhotos } from '@/components/photos/story-photos';
import { RoundHead, Said, StoryDetail, StoryItem, StoryLine } from '@/components/ui/story-line';
import { isResident } from '@/lib/appeals/audience';
import { openQuestion } from '@/lib/appeals/case-file';
import type { CaseView, StoryEntry } from '@/lib/appeals/queries/case-view';
import { promisedMomentOf, storyMomentOf, type Telling } from '@/lib/i18n/dates';
import type { Words } from '@/lib/i18n/gaps';
import { gapWords } from '@/lib/i18n/spans';
import { getTranslations } from '@/lib/i18n/words';
import { AskedOf } from './asked-of';
import { factValues, holdsEndedWords } from './story-facts';
import { kindOf, nameOf, sentenceValues, wordOrder } from './story-words';
import { tellingAt, voiceLang } from './telling';

type TimelineProps = {
  view: CaseView;
  /** So many events, the latest ones, with what is still owed. */
  most?: number | undefined;
};

/** The whole story, a list for each round, oldest first; the gap stands beside every answer. */
export async function Timeline({ view, most }: TimelineProps) {
  const say = await wordsOf(view);
  const { t } = say;
  const { status, round: present } = view.file.appeal;
  // A round that has just begun has no event yet, but somebody to wait for.
  const begun = status === 'closed' ? [] : [present];
  const told = most ? view.story.slice(-(most - begun.length)) : view.story;
  const rounds = [...new Set([...told.map((it) => it.round), ...begun])];
  return rounds.map((round) => {
    const entries = view.story.filter((it) => it.round === round);
    return (
      <section key={round} aria-label={t('roundHead', { number: round })}>
        {(rounds.length > 1 || present > 1) && (
          <RoundHead>{t('roundHead', { number: round })}</RoundHead>
        )}
        <StoryLine>
          {entries.map(
            (entry, index) =>
              told.includes(entry) && (
                <Entry
                  key={entry.seq}
                  entry={entry}
                  before={entries[index - 1] ?? null}
                  view={view}
                  say={say}
                />
              ),
          )}
          {round === present && <Waiting view={view} say={say} />}
        </StoryLine>
      </section>
    );
  });
}

/** Got once for all entries. */
interface Say {
  t: Words;
  words: Words;
  photos: Words;
  telling: Telling;
}

async function wordsOf(view: CaseView): Promise<Say> {
  const [t, words, photos, telling] = await Promise.all([
    getTranslations('story'),
    getTranslations('words'),
    getTranslations('photos'),
    tellingAt(view.at),
  ]);
  return { t, words, photos, telling };
}

interface EntryProps {
  entry: StoryEntry;
  before: StoryEntry | null;
  view: CaseView;
  say: Say;
}

function Entry({ entry, before, view, say: { t, words, photos, telling } }: EntryProps) {
  const { locale } = telling;
  const side = isResident(view.audience) ? 'voice' : 'staff';
  const kind = kindOf(entry);
  const waited = before && kind !== 'said' && kind !== 'note';
  const gap = waited ? gapWords(before.at, entry.at, locale) : undefined;
  return (
    <StoryItem
      kind={kind}
      when={storyMomentOf(entry.at, before?.at ?? null, telling)}
      dateTime={entry.at.toISOString()}
      gap={gap}
      by={t(`${side}.${entry.verb}`, {
        ...sentenceValues(entry, side, locale, words),
        ...factValues(entry, telling, t, words),
      })}
    >
      <EntryWords
        entry={entry}
        own={side === 'voice'}
        spoken={kind === 'said'}
        lang={voiceLang(view)}
        t={t}
      />
      <StoryPhotos
        at={`/${side === 'voice' ? 'follow' : 'appeals'}/${view.file.appeal.caseNumber}/photos`}
        photos={entry.photos}
        telling={telling}
        t={photos}
      />
      {entry.verb === 'whistle' && <AskedOf entry={entry} t={t} locale={locale} />}
      {entry.verb === 'decline' && typeof entry.facts.class === 'string' && (
        <StoryDetail>{words(`declineClass.${entry.facts.class}`)}</StoryDetail>
      )}
      {holdsEndedWords(entry, telling, t).map((ended) => (
        <StoryDetail key={ended}>{ended}</StoryDetail>
      ))}
      {entry.next && (
        <StoryDetail>
          {entry.next.unit ? t('again', { unit: nameOf(entry.next.unit, locale) }) : t('againDesk')}
          {entry.next.promisedAt && (
            <>
              <br />
              {t('promised', { date: promisedMomentOf(entry.next.promisedAt, telling) })}
            </>
          )}
        </StoryDetail>
      )}
      {entry.assumed && side === 'staff' && <StoryDetail>{t('assumed')}</StoryDetail>}
    </StoryItem>
  );
}

/** The words that came with a step; the resident's own stand first and larger. */
interface EntryWordsProps {
  entry: StoryEntry;
  own: boolean;
  spoken: boolean;
  lang: string;
  t: Words;
}

function EntryWords({ entry, own, spoken, lang, t }: EntryWordsProps) {
  const fields = wordOrder.filter((it) => entry.words[it]);
  return fields.map((field, index) => {
    const body = entry.words[field] ?? '';
    if (spoken && index === 0) {
      return (
        <Said key={field} lang={lang}>
          {body}
        </Said>
      );
    }
    const plain = ['answer', 'plan', 'question', 'said', 'words'].includes(field);
    const label = plain ? '' : own && field === 'wish' ? t('ownWish') : t(`field.${field}`);
    return plain ? (
      <p key={field} className="whitespace-pre-line">
        {body}
      </p>
    ) : (
      <StoryDetail key={field}>{label ? t('labelled', { label, body }) : body}</StoryDetail>
    );
  });
}

/** What is still owed, and by whom: always the last event on the line of an open case. */
function Waiting({ view, say: { t, telling } }: { view: CaseView; say: Say }) {
  const { status } = view.file.appeal;
  if (status === 'closed') return null;
  const asked = openQuestion(view.file) !== undefined;
  const judges = status === 'resolved' && view.mayJudge;
  const mine = isResident(view.audience) && (asked || judges);
  const words = mine
    ? t('nowYou')
    : asked
      ? t('nowAsked')
      : view.lead && status !== 'resolved'
        ? t('nowWaiting', { unit: nameOf(view.lead.unit, telling.locale) })
        : status === 'filed'
          ? t('nowDesk')
          : t('nowResident');
  return <StoryItem kind={mine ? 'turn' : 'wait'} when={t('now')} by={words} />;
}

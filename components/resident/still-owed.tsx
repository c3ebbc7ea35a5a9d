import { langOf, tellingAt } from '@/components/appeals/telling';
import { Said, StoryDetail, StoryItem, StoryLine } from '@/components/ui/story-line';
import { runningClock } from '@/lib/appeals/case-file';
import { isOpen } from '@/lib/appeals/lifecycle';
import type { MaskedContact } from '@/lib/contacts/masked';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { OwnCase } from './own-case';

type StillOwedProps = { own: OwnCase; contact: MaskedContact | null };

/** The story line of what is still owed, dashed, with the dates of the clocks that run. */
export async function StillOwed({ own: { view, voice }, contact }: StillOwedProps) {
  const t = await getTranslations('receipt');
  const telling = await tellingAt(view.at);
  const { appeal } = view.file;
  const by = (at: Date | null | undefined) =>
    at ? t('by', { date: momentOf(at, telling) }) : undefined;
  const dispatch = runningClock(view.file, 'dispatch');
  const promise = runningClock(view.file, 'promise');
  const uncontacted = ['filed', 'dispatched', 'accepted'].includes(appeal.status);
  const way = contact?.secret
    ? t('contactRelay')
    : contact?.phone
      ? t('contactPhone', { phone: contact.phone })
      : t('contactLink');
  return (
    <StoryLine>
      <StoryItem
        kind="said"
        when={momentOf(appeal.filedAt, telling)}
        dateTime={appeal.filedAt.toISOString()}
        by={t('you')}
        dotted
      >
        <Said lang={langOf(voice.locale)}>{view.detail.what}</Said>
      </StoryItem>
      {dispatch && (
        <StoryItem kind="wait" when={by(dispatch.dueAt)} by={t('dispatch')}>
          <StoryDetail>{t('dispatchSub')}</StoryDetail>
        </StoryItem>
      )}
      {uncontacted && (
        <StoryItem
          kind="wait"
          when={by(runningClock(view.file, 'contact')?.dueAt) ?? t('contactWhen')}
          by={t('contact')}
        >
          <StoryDetail>{way}</StoryDetail>
        </StoryItem>
      )}
      {promise && (
        <StoryItem kind="wait" when={by(promise.dueAt)} by={t('answer')}>
          <StoryDetail>{t('answerSub')}</StoryDetail>
        </StoryItem>
      )}
      {isOpen(appeal.status) && (
        <StoryItem kind="wait" when={t('judgeWhen')} by={t('judge')}>
          <StoryDetail>{t('judgeSub')}</StoryDetail>
        </StoryItem>
      )}
    </StoryLine>
  );
}

import { tellingAt, voiceLang } from '@/components/appeals/telling';
import { NowBox } from '@/components/ui/now-box';
import { Said } from '@/components/ui/story-line';
import type { CaseView, StoryEntry } from '@/lib/appeals/queries/case-view';
import { momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';

const fieldsOf: Partial<Record<StoryEntry['verb'], string>> = {
  file: 'what',
  supplement: 'words',
  message: 'words',
  judge: 'words',
  lookBack: 'words',
  reopen: 'reason',
};

export interface LastWords {
  words: string;
  at: Date;
  /** They are the account given at filing. */
  first: boolean;
}

/** What the resident said last, as far as the reader may read it. */
export function lastWordsOf(view: CaseView): LastWords {
  const spoken = view.story.flatMap(({ verb, by, words, at }) => {
    const said = words[fieldsOf[verb] ?? ''];
    const own = verb === 'file' || verb === 'supplement' || by.kind === 'voice';
    return said && own ? [{ words: said, at, first: verb === 'file' }] : [];
  });
  return spoken.at(-1) ?? { words: view.detail.what, at: view.file.appeal.filedAt, first: true };
}

/** The resident's last words, larger than ours, on top of the case. */
export async function LastWordsBox({ view }: { view: CaseView }) {
  const [t, telling] = await Promise.all([getTranslations('desk.case'), tellingAt(view.at)]);
  const { words, at } = lastWordsOf(view);
  return (
    <NowBox id="said" heading={t('said')} silent tight>
      <p className="meta">{t('saidAt', { moment: momentOf(at, telling) })}</p>
      <Said loud lang={voiceLang(view)}>
        {words}
      </Said>
    </NowBox>
  );
}

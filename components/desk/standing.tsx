import { dot, readerLocale } from '@/components/appeals/telling';
import { RoundWord, StatusWord } from '@/components/ui/status-word';
import type { Status } from '@/lib/appeals/lifecycle';
import { getTranslations } from '@/lib/i18n/words';

/** Says status and round of a row: `已联系·第 2 轮`, which may stand on two lines where room is short. */
export async function standingWords() {
  const [t, locale] = await Promise.all([getTranslations('words'), readerLocale()]);
  return (status: Status, round: number): React.ReactNode => (
    <span className="nb">
      <StatusWord ring={status}>{t(`status.${status}`)}</StatusWord>
      {dot(locale)}
      <RoundWord again={round > 1}>{t('round', { number: round })}</RoundWord>
    </span>
  );
}

export async function Standing({ status, round }: { status: Status; round: number }) {
  return (await standingWords())(status, round);
}

import { getTranslations } from 'next-intl/server';
import { dot, readerLocale } from '@/components/appeals/telling';
import { RoundWord, StatusWord } from '@/components/ui/status-word';
import type { Status } from '@/lib/appeals/lifecycle';

/** Status and round of a row: `已联系·第 2 轮`, which may stand on two lines where room is short. */
export async function Standing({ status, round }: { status: Status; round: number }) {
  const [t, locale] = await Promise.all([getTranslations('words'), readerLocale()]);
  const word = <StatusWord ring={status}>{t(`status.${status}`)}</StatusWord>;
  const again = <RoundWord again={round > 1}>{t('round', { number: round })}</RoundWord>;
  return (
    <span className="nb">
      {word}
      {dot(locale)}
      {again}
    </span>
  );
}

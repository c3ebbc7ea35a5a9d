import { QuickLists } from '@/components/ui/filters';
import { type Which, whichWords } from '@/lib/measures/cases';
import { measures } from '@/lib/measures/define';
import { type BehindPlace, casesAddress } from './address';
import { supervisionWords } from './words';

/** What everybody does, one way or the other. */
const twoWays = ['due', 'yes', 'no'] as const;

/** The other answers to the same question: what was counted, and what was not. */
export async function AnswerLists({ place, at }: { place: BehindPlace; at: Date }) {
  const { t } = await supervisionWords(at);
  const { population } = measures[place.measure];
  const link = (which: Which, words: string) => ({
    href: casesAddress({ ...place, which }),
    words,
    current: which === place.which,
  });
  return (
    <QuickLists
      label={t('cases.answers')}
      lists={
        population === 'limits'
          ? twoWays.map((it) => link(it, t(`cases.whichLimits.${it}`)))
          : (population === 'voices' ? whichWords : twoWays).map((it) =>
              link(it, t(`cases.which.${it}`)),
            )
      }
    />
  );
}

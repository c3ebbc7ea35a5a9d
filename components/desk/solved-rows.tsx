import { nameOf } from '@/components/appeals/story-words';
import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { Similar } from '@/lib/similar/solved';

interface SolvedRowsProps {
  solved: readonly Similar[];
  at: Date;
}

/** The most similar answered cases: who answered, and whether it held. Folded away until it is wanted. */
export async function SolvedRows({ solved, at }: SolvedRowsProps) {
  if (solved.length === 0) return null;
  const [t, telling] = await Promise.all([getTranslations('dispatchDesk'), tellingAt(at)]);
  return (
    <details className="mt-8">
      <summary>{t('solved.heading', { count: solved.length })}</summary>
      <ul className="reasons mt-8">
        {solved.map((it) => (
          <li key={it.appealId}>
            <Anchor href={`/appeals/${it.caseNumber}`}>
              <span lang="zh-CN">{it.title}</span>
            </Anchor>
            <span className="meta block">
              {t('solved.line', {
                unit: nameOf(it.unit, telling.locale) || 'none',
                solved: it.solved ?? 'none',
                rounds: it.rounds,
                sentBack: it.sentBack,
              })}{' '}
              {dayOf(it.filedAt, telling)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

import { tellingAt } from '@/components/appeals/telling';
import type { ReadChange } from '@/lib/audit/read-changes';
import { momentOf } from '@/lib/i18n/dates';
import { changeWords } from './change-words';

/** One entry a change: when, who, what in a sentence, and what differed. */
export async function ChangeRows({ rows, at }: { rows: readonly ReadChange[]; at: Date }) {
  const telling = await tellingAt(at);
  const words = await changeWords(telling);
  const { t } = words;
  return (
    <ol className="changes" aria-label={t('heading')}>
      {rows.map((it) => (
        <li key={it.id}>
          <p className="meta">
            <span className="num nb">{momentOf(it.at, telling)}</span>{' '}
            <strong>{it.person ?? t('system')}</strong>
          </p>
          <p>{words.sentence(it)}</p>
          <Differences row={it} words={words} />
        </li>
      ))}
    </ol>
  );
}

interface DifferencesProps {
  row: Pick<ReadChange, 'before' | 'after'>;
  words: Awaited<ReturnType<typeof changeWords>>;
}

/** What differed, as a table. */
export function Differences({ row, words: { t, field, value } }: DifferencesProps) {
  const { before, after } = row;
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  // What was left open and stays so says nothing.
  const names = all.filter((it) => (before[it] ?? null) !== null || (after[it] ?? null) !== null);
  if (names.length === 0) return null;
  return (
    <table className="differences">
      <caption className="away">{t('differences')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.field')}</th>
          <th scope="col">{t('column.before')}</th>
          <th scope="col">{t('column.after')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{field(name)}</th>
            <td>{value(name, before[name])}</td>
            <td>{value(name, after[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

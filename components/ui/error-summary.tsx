import { Mark } from './marks';

export type SummaryItem = { words: string; fieldId: string | null };

/** What has to be put right, each linked to its field; above the form. */
export function ErrorSummary({
  id,
  title,
  items,
}: {
  id: string;
  title: string;
  items: readonly SummaryItem[];
}) {
  return (
    <div className="summary" role="alert" id={id} tabIndex={-1}>
      <h2>
        <Mark name="stop" />
        {title}
      </h2>
      <ul>
        {items.map(({ words, fieldId }) => (
          <li key={`${fieldId} ${words}`}>
            {fieldId ? <a href={`#${fieldId}`}>{words}</a> : <strong>{words}</strong>}
          </li>
        ))}
      </ul>
    </div>
  );
}

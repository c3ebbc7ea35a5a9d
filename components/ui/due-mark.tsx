import { Mark } from './marks';

export type DueKind = 'ok' | 'yellow' | 'red' | 'park';

type DueMarkProps = {
  kind: DueKind;
  word: string;
  detail?: string | undefined;
  /** Sets the word in normal weight: for marks that say a date instead of a card. */
  calm?: boolean;
};

/** A deadline: shape, word and time always together. */
export function DueMark({ kind, word, detail, calm = false }: DueMarkProps) {
  return (
    <span className={`due ${kind}${calm ? ' calm' : ''}`}>
      <Mark name={`due-${kind}`} />
      <b>{word}</b>
      {detail && (
        <>
          {' '}
          <span>{detail}</span>
        </>
      )}
    </span>
  );
}

export const viewBoxes = {
  brand: '0 0 40 40',
  said: '0 0 24 24',
  echo: '0 0 24 24',
  answer: '0 0 24 24',
  wait: '0 0 24 24',
  note: '0 0 24 24',
  filed: '0 0 24 24',
  dispatched: '0 0 24 24',
  accepted: '0 0 24 24',
  contacted: '0 0 24 24',
  resolved: '0 0 24 24',
  closed: '0 0 24 24',
  parked: '0 0 24 24',
  'due-ok': '0 0 20 20',
  'due-yellow': '0 0 20 20',
  'due-red': '0 0 20 20',
  'due-park': '0 0 20 20',
  stop: '0 0 20 20',
  back: '0 0 12 12',
} as const;

export type MarkName = keyof typeof viewBoxes;

/** One drawing of the sprite. Always beside words, so hidden from screen readers. */
export function Mark({ name }: { name: MarkName }) {
  return (
    <svg viewBox={viewBoxes[name]} aria-hidden="true" focusable="false">
      <use href={`#mark-${name}`} />
    </svg>
  );
}

/** Rows of an inbox as the keyboard goes through them: the focus itself is the place. */

const rowsNow = () => [...document.querySelectorAll<HTMLTableRowElement>('.inbox tr:has(.go)')];

const wayOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLAnchorElement>('.go');

/** The row that has the focus. */
export const rowNow = (): HTMLTableRowElement | null =>
  document.activeElement?.closest<HTMLTableRowElement>('.inbox tr:has(.go)') ?? null;

/** Puts the focus on the step of the next row or the one before; from outside on the first or last. */
export function goTo(by: 1 | -1): void {
  const rows = rowsNow();
  const row = rowNow();
  const at = row ? rows.indexOf(row) + by : by === 1 ? 0 : rows.length - 1;
  const way = wayOf(rows[Math.min(Math.max(at, 0), rows.length - 1)]);
  way?.focus();
  way?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

export const boxOf = (row: HTMLElement): HTMLInputElement | null =>
  row.querySelector<HTMLInputElement>('input[type="checkbox"]');

export const titleOf = (row: HTMLElement): string => row.querySelector('.title')?.textContent ?? '';

/** How many rows are ticked. */
export const ticked = (): number =>
  document.querySelectorAll('.inbox input[type="checkbox"]:checked').length;

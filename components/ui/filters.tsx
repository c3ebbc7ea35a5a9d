import { Anchor } from './anchor';
import { Button } from './button';
import { SelectOptions } from './select-field';
import { sentOnce, still } from './still';
import { StillBody } from './still-body';

type FiltersProps = {
  /** The page itself: filters live in the address. */
  action: string;
  label: string;
  submit: string;
  /** The search field first, then up to three selects. */
  children: React.ReactNode;
};

/** One GET form. */
export function Filters({ action, label, submit, children }: FiltersProps) {
  return (
    <search aria-label={label}>
      <form className="filters" action={action} method="get">
        {children}
        <Button kind="second">{submit}</Button>
      </form>
    </search>
  );
}

type FilterProps = { name: string; label: string; value?: string | undefined };

export function FilterSearch({ name, label, value }: FilterProps) {
  return (
    <div>
      <label htmlFor={`filter-${name}`}>{label}</label>
      <input id={`filter-${name}`} name={name} type="search" defaultValue={value} />
    </div>
  );
}

export function FilterDate({ name, label, value }: FilterProps) {
  return (
    <div>
      <label htmlFor={`filter-${name}`}>{label}</label>
      <input id={`filter-${name}`} name={name} type="date" defaultValue={value} />
    </div>
  );
}

type FilterSelectProps = FilterProps & React.ComponentProps<typeof SelectOptions>;

/** Stands still: a county's units alone are some four hundred options. */
export async function FilterSelect({ name, label, value, options }: FilterSelectProps) {
  const choice = await still(
    <>
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value}>
        <SelectOptions options={options} />
      </select>
    </>,
  );
  return <StillBody as="div" markup={sentOnce(choice)} />;
}

export type QuickList = { href: string; words: string; current?: boolean };

/** Ready-made filters as links with their counts. */
export function QuickLists({ label, lists }: { label: string; lists: readonly QuickList[] }) {
  return (
    <nav className="applied" aria-label={label}>
      {lists.map(({ href, words, current }) => (
        <Anchor key={href} href={href} aria-current={current ? 'true' : undefined}>
          {words}
        </Anchor>
      ))}
    </nav>
  );
}

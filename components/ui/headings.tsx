import { Anchor } from './anchor';
import { Mark } from './marks';

/** The line above a heading. */
export function Kicker({ children }: { children: React.ReactNode }) {
  return <p className="kicker">{children}</p>;
}

export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Anchor className="back" href={href}>
      <Mark name="back" />
      {children}
    </Anchor>
  );
}

type PartProps = {
  id: string;
  heading: string;
  /** At the end of the heading's line. */
  aside?: React.ReactNode;
  children: React.ReactNode;
};

/** A part of a page under a heavy rule. */
export function Part({ id, heading, aside, children }: PartProps) {
  return (
    <section className="part" aria-labelledby={id}>
      <div className="part-head">
        <h2 id={id}>{heading}</h2>
        {aside && <p className="meta">{aside}</p>}
      </div>
      {children}
    </section>
  );
}

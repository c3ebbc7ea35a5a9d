import { Anchor } from './anchor';

/** The one next step of a row; `about` tells screen readers of which row. */
export function RowGo({
  href,
  about,
  children,
}: {
  href: string;
  about: string;
  children: string;
}) {
  return (
    <Anchor className="go" href={href}>
      {children}
      <span className="away">：{about}</span>
    </Anchor>
  );
}

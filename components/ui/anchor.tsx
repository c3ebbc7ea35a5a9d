type AnchorProps = Omit<React.ComponentProps<'a'>, 'href'> & {
  href: string;
  /** For route handlers: leaves the page instead of asking the router. */
  reload?: boolean;
};

/** A link. `LiveLinks` opens pages of ours; nothing is fetched ahead, since each costs the server a rendering. */
export function Anchor({ href, reload = false, children, ...rest }: AnchorProps) {
  return (
    <a href={href} data-reload={reload || undefined} {...rest}>
      {children}
    </a>
  );
}

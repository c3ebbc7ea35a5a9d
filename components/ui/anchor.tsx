import Link from 'next/link';

type AnchorProps = Omit<React.ComponentProps<'a'>, 'href'> & {
  href: string;
  /** For route handlers: leaves the page instead of asking the router. */
  reload?: boolean;
};

/** A link. Pages of ours are opened by the router, never fetched ahead: each costs the server a rendering. */
export function Anchor({ href, reload = false, children, ...rest }: AnchorProps) {
  if (reload || !href.startsWith('/')) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} {...rest}>
      {children}
    </Link>
  );
}

import { Anchor } from '@/components/ui/anchor';
import { currentActor } from '@/lib/auth/session';
import { mayAdminister, type Power } from '@/lib/people/powers';

interface PowerAnchorProps {
  power: Power;
  href: string;
  children: React.ReactNode;
}

/** A link into another part of administration: for whom that is not, the words alone. */
export async function PowerAnchor({ power, href, children }: PowerAnchorProps) {
  const actor = await currentActor();
  if (!actor || !mayAdminister(actor, power)) return <>{children}</>;
  return <Anchor href={href}>{children}</Anchor>;
}

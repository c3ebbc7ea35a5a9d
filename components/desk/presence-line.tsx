import type { Verb } from '@/lib/appeals/lifecycle';
import type { PersonActor } from '@/lib/people/actor';
import { appear } from '@/lib/presence/presence';
import { PresenceWatch } from './presence-watch';
import { presenceWords } from './presence-words';

interface PresenceLineProps {
  actor: PersonActor;
  /** One that this person may see. */
  appeal: { id: string; caseNumber: string };
  /** The step whose form this page is. */
  step?: Verb;
}

/** Who else has this case open now; as of the drawing of the page where no scripts run. */
export async function PresenceLine({ actor, appeal, step }: PresenceLineProps) {
  const others = await appear(actor, appeal.id, step ?? null);
  return (
    <PresenceWatch
      key={step ?? ''}
      caseNumber={appeal.caseNumber}
      step={step ?? null}
      drawn={await presenceWords(others)}
    />
  );
}

import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { PersonActor } from '@/lib/people/actor';

export interface StepProps {
  actor: PersonActor;
  view: CaseView;
  /** What a field begins with: the words of a template. */
  starts?: Readonly<Record<string, string>>;
}

import { isSetUp } from '@/lib/installation/is-set-up';
import { may } from '@/lib/people/actor';
import { currentActor } from './session';

/** Where somebody who has just signed in begins: administrators with set-up, until it is over. */
export async function homeAfterSignIn(): Promise<string> {
  const actor = await currentActor();
  const administers = actor !== null && may(actor, 'administer');
  return administers && !(await isSetUp()) ? '/set-up' : '/desk';
}

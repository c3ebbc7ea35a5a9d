import { isSetUp } from '@/lib/installation/is-set-up';
import { mayAdminister } from '@/lib/people/powers';
import { currentActor } from './session';

/** Where somebody who has just signed in begins: administrators with set-up, until it is over. */
export async function homeAfterSignIn(): Promise<string> {
  const actor = await currentActor();
  const setsUp = actor !== null && mayAdminister(actor, 'setUp');
  return setsUp && !(await isSetUp()) ? '/set-up' : '/desk';
}

import type { z } from 'zod';
import type { PersonActor } from '@/lib/people/actor';
import { addPerson } from '@/lib/people/add-person';
import { giveLink, type Link } from '@/lib/people/give-link';
import { newPerson } from '@/lib/people/person-fields';
import type { Outcome } from '@/lib/units/organisation';

export const firstPersonInput = newPerson.superRefine(({ roles }, context) => {
  if (roles.length > 0) return;
  context.addIssue({ code: 'custom', path: ['roles'], message: 'chooseOne' });
});

/** Somebody new and their one-time link, which is told once. */
export async function addFirstPerson(
  given: z.output<typeof firstPersonInput>,
  by: PersonActor,
): Promise<Outcome<Link>> {
  const added = await addPerson(given, by);
  return added.ok ? giveLink(added.value, by) : added;
}

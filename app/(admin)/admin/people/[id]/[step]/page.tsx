import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AdminFrame } from '@/components/admin/admin-frame';
import { PeopleDone } from '@/components/admin/people-done';
import { PeopleStep, personSteps, stepFits } from '@/components/admin/people-step';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { isKey } from '@/lib/people/is-key';
import { readPerson } from '@/lib/people/read-person';

type StepProps = { params: Promise<{ id: string; step: string }>; searchParams: PageParams };

export async function generateMetadata({ params }: StepProps): Promise<Metadata> {
  const [t, asked] = await Promise.all([getTranslations('adminPeople'), params]);
  const step = personSteps.find((it) => it === asked.step);
  return { title: step ? t(`step.${step}.name`) : t('person') };
}

export default async function PersonStepPage({ params, searchParams }: StepProps) {
  const [actor, { id, step: named }, asked] = await Promise.all([
    requirePower('people'),
    params,
    searchParams,
  ]);
  const step = personSteps.find((it) => it === named);
  const person = step && isKey(id) ? await readPerson(id, civilZone(), actor) : null;
  if (!step || !person) notHere();
  if (!stepFits(step, person)) redirect(`/admin/people/${person.id}`);
  return (
    <AdminFrame actor={actor} at="people">
      <PeopleDone done={firstParam(asked.done)} />
      <PeopleStep person={person} step={step} self={actor.personId === person.id} />
    </AdminFrame>
  );
}

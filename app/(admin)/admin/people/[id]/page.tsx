import type { Metadata } from 'next';
import { AdminFrame } from '@/components/admin/admin-frame';
import { PeopleDone } from '@/components/admin/people-done';
import { PeoplePage } from '@/components/admin/people-page';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { notHere } from '@/lib/auth/not-here';
import { requirePower } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { civilZone } from '@/lib/i18n/zone';
import { isKey } from '@/lib/people/is-key';
import { readPerson } from '@/lib/people/read-person';

type PersonProps = { params: Promise<{ id: string }>; searchParams: PageParams };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminPeople');
  return { title: t('person') };
}

export default async function PersonPage({ params, searchParams }: PersonProps) {
  const [actor, { id }, asked] = await Promise.all([requirePower('people'), params, searchParams]);
  const person = isKey(id) ? await readPerson(id, civilZone(), actor) : null;
  if (!person) notHere();
  return (
    <AdminFrame actor={actor} at="people">
      <PeopleDone
        done={firstParam(asked.done)}
        moved={firstParam(asked.moved)}
        failed={firstParam(asked.failed)}
      />
      <PeoplePage person={person} self={actor.personId === person.id} />
    </AdminFrame>
  );
}

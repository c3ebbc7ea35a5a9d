import { Facts } from '@/components/ui/facts';
import { getTranslations } from '@/lib/i18n/words';
import type { ThreeAdministrators } from '@/lib/installation/three-administrators';
import { administratorOf, parts } from '@/lib/people/roles';

/** Who is which of the three. */
export async function ApartPeople({ three }: { three: ThreeAdministrators }) {
  const [t, words] = await Promise.all([
    getTranslations('threeAdministrators'),
    getTranslations('words.role'),
  ]);
  const facts = parts.map((part) => {
    const people = three.people.filter((it) => it.parts.includes(part));
    return {
      term: words(administratorOf(part)),
      detail:
        people
          .map((it) => (it.canSignIn ? it.name : t('notYet', { name: it.name })))
          .join(t('and')) || t('nobody'),
    };
  });
  return <Facts facts={facts} />;
}

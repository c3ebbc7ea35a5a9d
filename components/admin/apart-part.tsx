import { askThreeTogether, keepThreeApart } from '@/app/actions/admin/apart';
import { ProofField } from '@/components/account/proof-field';
import { tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import {
  type Hindrance,
  readThree,
  type ThreeAdministrators,
} from '@/lib/installation/three-administrators';
import { administratorOf } from '@/lib/people/roles';
import { now } from '@/lib/time/now';
import { ApartPeople } from './apart-people';

/** Whether system, security and audit administrators must be three people, and what is against it. */
export async function ApartPart() {
  const [t, three, telling] = await Promise.all([
    getTranslations('threeAdministrators'),
    readThree(),
    tellingAt(now()),
  ]);
  const { since, endAsked, hindrances } = three;
  return (
    <Part id="three-administrators" heading={t('heading')}>
      <div className="measure grid gap-12">
        <p>{t('what')}</p>
        <p>
          <strong>{since ? t('isOn', { day: dayOf(since, telling) }) : t('isOff')}</strong>
        </p>
      </div>
      <ApartPeople three={three} />
      {hindrances.length > 0 && <Hindrances hindrances={hindrances} />}
      {endAsked ? (
        <p className="mt-16">
          {t('asked', { name: endAsked.name, day: dayOf(endAsked.at, telling) })}
        </p>
      ) : (
        <ApartForm since={since} />
      )}
    </Part>
  );
}

async function Hindrances({ hindrances }: { hindrances: readonly Hindrance[] }) {
  const [t, words] = await Promise.all([
    getTranslations('threeAdministrators'),
    getTranslations('words.role'),
  ]);
  return (
    <>
      <p className="mt-16">{t('first')}</p>
      <ul className="stack mt-8">
        {hindrances.map((it) => (
          <li key={`${it.code} ${'id' in it ? it.id : 'part' in it ? it.part : ''}`}>
            {it.code === 'notOpen' && t('hindrance.notOpen')}
            {it.code === 'holdsSeveral' &&
              t.rich('hindrance.holdsSeveral', {
                name: it.name,
                link: (chunks) => <Anchor href={`/admin/people/${it.id}`}>{chunks}</Anchor>,
              })}
            {it.code === 'nobodyFor' &&
              t('hindrance.nobodyFor', { role: words(administratorOf(it.part)) })}
          </li>
        ))}
      </ul>
    </>
  );
}

async function ApartForm({ since }: Pick<ThreeAdministrators, 'since'>) {
  const t = await getTranslations('threeAdministrators');
  return (
    <ActionForm
      action={since ? askThreeTogether : keepThreeApart}
      prefix="three-administrators"
      problemWords={t.raw('problems')}
    >
      {since && <p className="measure mt-16">{t('endNote')}</p>}
      <ProofField />
      <div className="mt-16">
        <Buttons>
          <SubmitButton kind={since ? 'grave' : 'second'}>{t(since ? 'ask' : 'keep')}</SubmitButton>
        </Buttons>
      </div>
    </ActionForm>
  );
}

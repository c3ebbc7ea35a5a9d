import { answerThreeTogether } from '@/app/actions/admin/apart';
import { ProofField } from '@/components/account/proof-field';
import { tellingAt } from '@/components/appeals/telling';
import { ActionForm } from '@/components/forms/action-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Buttons } from '@/components/ui/button';
import { Part } from '@/components/ui/headings';
import { dayOf, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import {
  readAdministratorsNews,
  readThree,
  type ThreeAdministrators,
} from '@/lib/installation/three-administrators';
import type { PersonActor } from '@/lib/people/actor';
import { mayAdminister } from '@/lib/people/powers';
import { now } from '@/lib/time/now';
import { ApartPeople } from './apart-people';
import { Differences } from './change-rows';
import { changeWords } from './change-words';

/**
 * For each of the three: who they are, what was done with them of late, and, for an audit administrator, the
 * question whether they need no longer be apart. Nothing where one administers everything.
 */
export async function ApartNews({ actor }: { actor: PersonActor }) {
  const three = await readThree();
  if (!three.since && three.people.every((it) => it.parts.length > 1)) return null;
  const [t, telling, news] = await Promise.all([
    getTranslations('threeAdministrators'),
    tellingAt(now()),
    readAdministratorsNews(),
  ]);
  const words = await changeWords(telling);
  return (
    <Part id="three-administrators" heading={t('heading')}>
      <p>{three.since ? t('isOn', { day: dayOf(three.since, telling) }) : t('isOff')}</p>
      <ApartPeople three={three} />
      <EndAsked three={three} answers={mayAdminister(actor, 'apartEnd')} />
      {news.length > 0 && (
        <>
          <h3 className="mt-24">{t('news')}</h3>
          <ol className="changes" aria-label={t('news')}>
            {news.map((it) => (
              <li key={it.id}>
                <p className="meta">
                  <span className="num nb">{momentOf(it.at, telling)}</span>{' '}
                  <strong>{it.by ?? words.t('system')}</strong>
                </p>
                <p>{words.sentence(it)}</p>
                <Differences row={it} words={words} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Part>
  );
}

async function EndAsked({
  three: { endAsked },
  answers,
}: {
  three: ThreeAdministrators;
  answers: boolean;
}) {
  const [t, telling] = await Promise.all([
    getTranslations('threeAdministrators'),
    tellingAt(now()),
  ]);
  if (!endAsked) return null;
  const asked = t('asked', { name: endAsked.name, day: dayOf(endAsked.at, telling) });
  if (!answers) return <p className="mt-16">{asked}</p>;
  return (
    <>
      <h3 className="mt-24">{t('question')}</h3>
      <p className="measure mt-8">{asked}</p>
      {(['refused', 'agreed'] as const).map((word) => (
        <ActionForm
          key={word}
          action={answerThreeTogether.bind(null, word)}
          prefix={`apart-${word}`}
          problemWords={t.raw('problems')}
        >
          {word === 'agreed' && <p className="measure mt-16">{t('agreeNote')}</p>}
          <ProofField />
          <div className="mt-16">
            <Buttons>
              <SubmitButton kind={word === 'agreed' ? 'grave' : 'main'}>{t(word)}</SubmitButton>
            </Buttons>
          </div>
        </ActionForm>
      ))}
    </>
  );
}

import { readerLocale } from '@/components/appeals/telling';
import { SignOut } from '@/components/desk/sign-out';
import { Who } from '@/components/shell/masthead';
import { DeskShell } from '@/components/shell/shells';
import { Anchor } from '@/components/ui/anchor';
import { Columns } from '@/components/ui/columns';
import { Kicker } from '@/components/ui/headings';
import { readInstallation } from '@/lib/appeals/queries/front';
import { nameIn } from '@/lib/i18n/names';
import { getTranslations } from '@/lib/i18n/words';
import { type SetUpState, type SetUpStep, setUpSteps } from '@/lib/installation/set-up';
import type { PersonActor } from '@/lib/people/actor';

interface SetUpFrameProps {
  actor: PersonActor;
  /** Null once set-up is over. */
  step: SetUpStep | null;
  state: SetUpState;
  children: React.ReactNode;
}

export const stepPath = (step: SetUpStep): string => `/set-up/${step}`;

/** The desk's frame with the steps in the margin instead of the ways on: there are none yet. */
export async function SetUpFrame({ actor, step, state, children }: SetUpFrameProps) {
  const [t, shell, locale, installation] = await Promise.all([
    getTranslations('setUp'),
    getTranslations('shell'),
    readerLocale(),
    readInstallation(),
  ]);
  const centre = nameIn(locale, installation);
  return (
    <DeskShell
      organisation={[centre, shell('service')]}
      marked={installation.marked}
      centre={centre}
      home="/set-up"
      beside={
        <>
          <Who person={actor.name} href="/desk/account" />
          <SignOut />
        </>
      }
    >
      {step ? (
        <Columns kind="wide">
          <div>
            <Kicker>
              {t('kicker', { number: setUpSteps.indexOf(step) + 1, of: setUpSteps.length })}
            </Kicker>
            {children}
          </div>
          <Steps step={step} state={state} />
        </Columns>
      ) : (
        children
      )}
    </DeskShell>
  );
}

async function Steps({ step, state }: { step: SetUpStep; state: SetUpState }) {
  const t = await getTranslations('setUp');
  return (
    <nav aria-labelledby="steps">
      <h2 id="steps">{t('steps')}</h2>
      <ol className="set-up-steps mt-12">
        {setUpSteps.map((it) => (
          <li key={it}>
            <Anchor href={stepPath(it)} aria-current={it === step ? 'step' : undefined}>
              {t(`step.${it}`)}
            </Anchor>
            {it !== 'finish' && (
              <span className="meta">{t(state.done[it] ? 'done' : 'notDone')}</span>
            )}
          </li>
        ))}
      </ol>
      <p className="meta mt-16">{t('later')}</p>
    </nav>
  );
}

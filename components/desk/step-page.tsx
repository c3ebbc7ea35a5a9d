import { StepForm } from '@/components/appeals/step-form';
import { voiceLang } from '@/components/appeals/telling';
import { SubmitButton } from '@/components/forms/submit-button';
import { HeldInputs, PhotoPart } from '@/components/photos/photo-part';
import { labelKeyOf, stepFields } from '@/components/steps/fields';
import { TemplatePicker } from '@/components/steps/template-picker';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Columns } from '@/components/ui/columns';
import { Facts } from '@/components/ui/facts';
import { BackLink } from '@/components/ui/headings';
import { Note } from '@/components/ui/note';
import { bringsPhotos } from '@/lib/appeals/audience';
import { presentVoices } from '@/lib/appeals/case-file';
import type { Verb } from '@/lib/appeals/lifecycle';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { heldPhotos } from '@/lib/photos/held';
import { clocksOf } from './case-clocks';
import { CaseKicker } from './case-kicker';
import { DueInLine } from './due';
import { lastWordsOf } from './last-words';
import { MergeSearch } from './merge-search';
import { myTurn } from './my-steps';
import { PresenceLine } from './presence-line';
import { ProposalPart } from './proposal-part';
import { WhoFact } from './who-fact';

interface StepPageProps {
  actor: PersonActor;
  view: CaseView;
  verb: Verb;
  starts?: Readonly<Record<string, string>>;
  /** What was wrong with the last picture sent, as the address says. */
  photo?: string | undefined;
}

/** One step, one form; what follows from it and what the case is about stand in the margin. */
export async function StepPage({ actor, view, verb, starts, photo }: StepPageProps) {
  const [t, steps, verbs] = await Promise.all([
    getTranslations('desk.step'),
    getTranslations(`steps.${verb}`),
    getTranslations('verbs'),
  ]);
  const form = stepFields[verb];
  if (!form) throw new Error(`${verb} has no form of the desk`);
  const { Fields, names, grave } = form;
  const { caseNumber, step } = view.file.appeal;
  const home = `/appeals/${caseNumber}`;
  const held = bringsPhotos(verb)
    ? await heldPhotos(`person:${actor.personId}:${caseNumber}`)
    : null;
  const kind = grave ? 'grave' : myTurn(view) === verb ? 'now' : 'main';
  return (
    <>
      <BackLink href={home}>{t('back')}</BackLink>
      <Columns kind="wide">
        <div>
          <CaseKicker view={view} />
          <h1>{verbs(`${verb}.name`)}</h1>
          <p className="quiet mt-8">{verbs(`${verb}.hint`)}</p>
          <PresenceLine actor={actor} appeal={view.file.appeal} step={verb} />
          {verb === 'merge' && <MergeSearch caseNumber={caseNumber} />}
          {verb === 'dispatch' && <ProposalPart actor={actor} view={view} />}
          <TemplatePicker actor={actor} view={view} verb={verb} />
          {held && (
            <PhotoPart at={`${home}/photos`} back={`${home}/${verb}`} held={held} problem={photo} />
          )}
          <StepForm
            side="desk"
            verb={verb}
            caseNumber={caseNumber}
            step={step}
            problemWords={t.raw('problems')}
            labels={Object.fromEntries(
              names.map((name) => {
                const { key, number } = labelKeyOf(name);
                return [name, steps(key, { number })];
              }),
            )}
          >
            {held && <HeldInputs held={held} />}
            <Fields actor={actor} view={view} {...(starts ? { starts } : {})} />
            <div className="mt-32">
              <Buttons>
                <SubmitButton kind={kind}>{steps('submit')}</SubmitButton>
                <LinkButton href={home} kind="plain">
                  {t('cancel')}
                </LinkButton>
              </Buttons>
            </div>
          </StepForm>
        </div>
        <StepAside actor={actor} view={view} next={steps('next')} />
      </Columns>
    </>
  );
}

interface StepAsideProps {
  actor: PersonActor;
  view: CaseView;
  next: string;
}

async function StepAside({ actor, view, next }: StepAsideProps) {
  const [t, clocks] = await Promise.all([
    getTranslations('desk.step'),
    getTranslations('words.clock'),
  ]);
  const [voice] = presentVoices(view.file);
  const [running] = clocksOf(view).filter((it) => !it.stoppedAt);
  const lang = voiceLang(view);
  return (
    <aside aria-label={t('aside')}>
      <Note boxed heading={t('next')}>
        <p className="mt-8">{next}</p>
      </Note>
      <div className="mt-32">
        <Facts
          side
          facts={[
            {
              term: t('said'),
              detail: (
                <span className="say block" lang={lang}>
                  {lastWordsOf(view).words}
                </span>
              ),
            },
            ...(voice
              ? [
                  {
                    term: t('who'),
                    detail: <WhoFact actor={actor} file={view.file} voice={voice} />,
                  },
                ]
              : []),
            { term: t('where'), detail: <span lang={lang}>{view.detail.place}</span> },
            ...(running
              ? [
                  {
                    term: t('limit'),
                    detail: <DueInLine times={running} at={view.at} owed={clocks(running.kind)} />,
                  },
                ]
              : []),
          ]}
        />
      </div>
    </aside>
  );
}

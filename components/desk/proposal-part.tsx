import { StepForm } from '@/components/appeals/step-form';
import { nameOf } from '@/components/appeals/story-words';
import { readerLocale } from '@/components/appeals/telling';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Note } from '@/components/ui/note';
import { contestedNaming } from '@/lib/appeals/hand-overs';
import type { CaseView, Named } from '@/lib/appeals/queries/case-view';
import { readProposal } from '@/lib/dispatch/read-proposal';
import { getTranslations } from '@/lib/i18n/words';
import type { PersonActor } from '@/lib/people/actor';
import { readPoint } from '@/lib/places/point';
import { AcceptKey } from './accept-key';
import { DuplicateRows } from './duplicate-rows';
import { ProposalReasons } from './proposal-reasons';
import { SolvedRows } from './solved-rows';
import { unitsOnPage } from './units-on-page';

interface ProposalPartProps {
  actor: PersonActor;
  view: CaseView;
}

/** Which unit catalogue, place and like cases speak for, why, and one button or key to follow them. */
export async function ProposalPart({ actor, view }: ProposalPartProps) {
  const { point, ...detail } = view.detail;
  const [t, locale, units, proposal] = await Promise.all([
    getTranslations('dispatchDesk'),
    readerLocale(),
    unitsOnPage(),
    readProposal(actor, view.file, { ...detail, point: point ? readPoint(point) : null }),
  ]);
  const { proposed, categoryId, duplicates, solved } = proposal;
  const named = (id: string): Named | null => units.find((it) => it.id === id) ?? null;
  const unit = proposed && nameOf(named(proposed.unit.id), locale);
  const second = proposed?.second && nameOf(named(proposed.second.id), locale);
  const { caseNumber, step } = view.file.appeal;
  // Who is right about a return is for a person to weigh, and to say why.
  const one = proposed && !contestedNaming(view.file);
  const sure = proposed?.certain && view.file.appeal.categoryId !== null;
  return (
    <section className="mt-24 max-w-measure" aria-labelledby="proposal">
      <Note boxed>
        <h2 id="proposal">{unit ? t(sure ? 'certain' : 'proposed', { unit }) : t('none')}</h2>
        {second && <p className="mt-8">{t('second', { second })}</p>}
        <ProposalReasons proposal={proposal} view={view} named={named} />
        <SolvedRows solved={solved} at={view.at} />
        <p className="mt-8">
          <Anchor href={`/desk/duties${proposed ? `?unit=${proposed.unit.id}` : ''}`}>
            {t('duties')}
          </Anchor>
        </p>
        {one && (
          <StepForm
            side="desk"
            verb="dispatch"
            caseNumber={caseNumber}
            step={step}
            prefix="proposal"
            problemWords={t.raw('problems')}
          >
            <input type="hidden" name="unitId" value={proposed.unit.id} />
            {proposed.second && <input type="hidden" name="secondId" value={proposed.second.id} />}
            {categoryId && <input type="hidden" name="categoryId" value={categoryId} />}
            <div className="mt-16">
              <SubmitButton>{t('accept', { unit: unit ?? '' })}</SubmitButton>
            </div>
            <AcceptKey hint={t('acceptKey')} />
          </StepForm>
        )}
      </Note>
      <DuplicateRows duplicates={duplicates} view={view} />
    </section>
  );
}

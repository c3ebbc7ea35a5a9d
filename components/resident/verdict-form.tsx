import { StepForm } from '@/components/appeals/step-form';
import { FormArea, FormCheckbox, FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import type { CaseView } from '@/lib/appeals/queries/case-view';
import type { RoundRow } from '@/lib/appeals/records';
import { satisfactions, solvedWords } from '@/lib/appeals/words';
import { getTranslations } from '@/lib/i18n/words';
import { OneQuestion } from './one-question';
import { summaryLabel } from './summary-label';

type VerdictFormProps = {
  view: CaseView;
  round: RoundRow;
  /** Number of another case the round is of: one this is or was part of. */
  of?: string;
};

/** Solved, the result, the handling, in own words, pressed. */
const asked = 5;

/**
 * The verdict: nothing is chosen beforehand. Questions that follow from another answer stand there
 * always, and say so; browsers that can tell hide them until they are needed.
 */
export async function VerdictForm({ view, round, of }: VerdictFormProps) {
  const t = await getTranslations('follow.question');
  const { caseNumber } = view.file.appeal;
  const cannot = round.outcome === 'cannot';
  const questions = {
    solved: cannot ? 'explained' : 'solved',
    more: 'more',
    result: 'result',
    handling: cannot ? 'treated' : 'handling',
    words: 'words',
    pressed: 'pressed',
    pressureWords: 'pressureWords',
  };
  // Where two verdicts are asked for on one page, each stands whole.
  const One = ({ number, children }: { number: number; children: React.ReactNode }) =>
    of ? (
      children
    ) : (
      <OneQuestion number={number} of={asked}>
        {children}
      </OneQuestion>
    );
  return (
    <StepForm
      side={of ? 'merged' : 'voice'}
      verb="judge"
      caseNumber={caseNumber}
      labels={Object.fromEntries(
        Object.entries(questions).map(([name, key]) => [name, summaryLabel(t(key))]),
      )}
      problemWords={{ more: { required: t('moreMissing') } }}
    >
      <input type="hidden" name="round" value={round.number} />
      {of && <input type="hidden" name="of" value={of} />}
      <div className="questions group/verdict">
        <One number={1}>{cannot ? <Explained /> : <Solved />}</One>
        <One number={2}>
          <Result />
        </One>
        <One number={3}>{cannot ? <Treated /> : <Handling />}</One>
        <One number={4}>
          <FormArea name="words" label={t('words')} rows={3} max={2000} optional />
          <FormCheckbox name="release" label={t('release')} hint={t('releaseHint')} />
        </One>
        <One number={5}>
          <Pressed />
          <div className="btns mt-32">
            <SubmitButton kind="now">{t('submit')}</SubmitButton>
            {!of && <span className="meta">{await whatFollows(view, round)}</span>}
          </div>
        </One>
      </div>
    </StepForm>
  );
}

async function Solved() {
  const [t, words] = await Promise.all([
    getTranslations('follow.question'),
    getTranslations('words'),
  ]);
  return (
    <>
      <FormChoices
        name="solved"
        label={t('solved')}
        choices={solvedWords.map((value) => ({ value, label: words(`solved.${value}`) }))}
        row
      />
      <div className="supports-[selector(:has(*))]:not-group-has-[[name=solved][value=partly]:checked]/verdict:hidden">
        <FormChoices
          name="more"
          label={t('more')}
          hint={t('moreHint')}
          choices={[
            { value: 'goOn', label: words('more.goOn') },
            { value: 'enough', label: words('more.enough') },
          ]}
          row
        />
      </div>
    </>
  );
}

/** Where it cannot be done, nobody is asked whether it is solved: was it explained? */
async function Explained() {
  const t = await getTranslations('follow.question');
  return (
    <FormChoices
      name="solved"
      label={t('explained')}
      choices={[
        { value: 'yes', label: t('explainedYes') },
        { value: 'no', label: t('explainedNo') },
      ]}
      row
    />
  );
}

async function Result() {
  const [t, choices] = await Promise.all([getTranslations('follow.question'), satisfied()]);
  return <FormChoices name="result" label={t('result')} choices={choices} row />;
}

async function Handling() {
  const [t, choices] = await Promise.all([getTranslations('follow.question'), satisfied()]);
  return (
    <FormChoices
      name="handling"
      label={t('handling')}
      hint={t('handlingHint')}
      choices={choices}
      row
    />
  );
}

/** Where it cannot be done: were you treated well? */
async function Treated() {
  const t = await getTranslations('follow.question');
  return (
    <FormChoices
      name="handling"
      label={t('treated')}
      choices={[
        { value: 'satisfied', label: t('treatedYes') },
        { value: 'neutral', label: t('treatedNeutral') },
        { value: 'dissatisfied', label: t('treatedNo') },
      ]}
      row
    />
  );
}

async function Pressed() {
  const t = await getTranslations('follow.question');
  return (
    <>
      <FormChoices
        name="pressed"
        label={t('pressed')}
        hint={t('pressedHint')}
        choices={[
          { value: 'no', label: t('pressedNo') },
          { value: 'yes', label: t('pressedYes') },
        ]}
        row
      />
      <div className="supports-[selector(:has(*))]:not-group-has-[[name=pressed][value=yes]:checked]/verdict:hidden">
        <FormArea
          name="pressureWords"
          label={t('pressureWords')}
          hint={t('pressureHint')}
          rows={3}
          max={1000}
          optional
        />
      </div>
    </>
  );
}

async function satisfied() {
  const words = await getTranslations('words');
  return satisfactions.map((value) => ({ value, label: words(`satisfaction.${value}`) }));
}

async function whatFollows({ file: { appeal } }: CaseView, round: RoundRow): Promise<string> {
  const t = await getTranslations('follow.question');
  if (round.outcome === 'cannot') return t('cannot');
  return round.number === appeal.round ? t('again', { round: appeal.round + 1 }) : t('past');
}

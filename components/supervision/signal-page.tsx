import { lookInto } from '@/app/actions/signals';
import { Standing } from '@/components/desk/standing';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormChoices } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Facts } from '@/components/ui/facts';
import { BackLink, Part } from '@/components/ui/headings';
import { Cell, Row, RowBy, Rows, RowTitle } from '@/components/ui/rows';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { findings, type Signal, type SignalCase } from '@/lib/detectors/signals';
import { dayOf, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import { signalWords } from './signal-words';

type SignalPageProps = { signal: Signal; cases: readonly SignalCase[]; at: Date };

/** One signal, why it was raised and what honest reasons there may be, the cases, and what was found. */
export async function SignalPage({ signal, cases, at }: SignalPageProps) {
  const { t, unitName, days, found, chance } = await signalWords(at);
  const word = (of: 'what' | 'honest') => t(`detector.${signal.detector}.${of}`);
  return (
    <>
      <BackLink href="/supervision/signals">{t('toAll')}</BackLink>
      <h1>{t(`detector.${signal.detector}.name`)}</h1>
      <p className="quiet mt-4">{t('about', { unit: unitName(signal), days: days(signal) })}</p>
      <div className="mt-24">
        <Facts
          roomy
          facts={[
            { term: t('fact.found'), detail: found(signal) },
            { term: t('fact.chance'), detail: chance(signal) },
            { term: t('fact.what'), detail: word('what') },
            { term: t('fact.honest'), detail: word('honest') },
          ]}
        />
      </div>
      <Part id="cases-behind" heading={t('cases.heading')} aside={t('cases.note')}>
        <CasesBehind cases={cases} at={at} />
      </Part>
      <Part id="what-was-found" heading={t('finding.heading')}>
        {signal.finding ? <FindingWords signal={signal} at={at} /> : <FindingForm id={signal.id} />}
      </Part>
    </>
  );
}

async function CasesBehind({ cases, at }: { cases: readonly SignalCase[]; at: Date }) {
  const { t, telling } = await signalWords(at);
  if (cases.length === 0) return <p className="quiet">{t('cases.none')}</p>;
  const columns = (['case', 'filed', 'standing'] as const).map((it) => ({
    label: t(`cases.${it}`),
  }));
  return (
    <Rows caption={t('cases.heading')} captionHidden columns={columns}>
      {cases.map((it) => (
        <Row key={it.caseNumber}>
          <Cell head>
            <RowTitle>
              <Anchor href={`/appeals/${it.caseNumber}`}>
                {it.title || spokenCaseNumber(it.caseNumber)}
              </Anchor>
            </RowTitle>
            <RowBy>
              <span className="num nb">{spokenCaseNumber(it.caseNumber)}</span>
            </RowBy>
          </Cell>
          <Cell label={t('cases.filed')}>
            <span className="num">{dayOf(it.filedAt, telling)}</span>
          </Cell>
          <Cell label={t('cases.standing')}>
            <Standing status={it.status} round={it.round} />
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}

async function FindingWords({ signal, at }: { signal: Signal; at: Date }) {
  const { t, telling } = await signalWords(at);
  const { finding } = signal;
  if (!finding) return null;
  return (
    <>
      <p>
        <strong>{t(`state.${signal.state}`)}</strong>
      </p>
      <p className="mt-8 max-w-measure whitespace-pre-line">{finding.words}</p>
      <p className="quiet mt-8">
        {t('finding.by', { name: finding.by, moment: momentOf(finding.at, telling) })}
      </p>
    </>
  );
}

async function FindingForm({ id }: { id: string }) {
  const t = await getTranslations('signals');
  const labels = { state: t('finding.state'), finding: t('finding.words') };
  return (
    <ActionForm
      action={lookInto}
      className="max-w-measure"
      labels={labels}
      problemWords={{ notFound: t('finding.gone'), lookedInto: t('finding.already') }}
    >
      <p className="quiet mb-16">{t('finding.note')}</p>
      <input type="hidden" name="signal" value={id} />
      <FormChoices
        name="state"
        label={labels.state}
        choices={findings.map((it) => ({
          value: it,
          label: t(`state.${it}`),
          hint: t(`finding.${it}Hint`),
        }))}
      />
      <FormArea name="finding" label={labels.finding} hint={t('finding.wordsHint')} max={2000} />
      <SubmitButton>{t('finding.send')}</SubmitButton>
    </ActionForm>
  );
}

import { markAfterEffect } from '@/app/actions/lasting';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea } from '@/components/forms/form-fields';
import { SubmitButton } from '@/components/forms/submit-button';
import { Anchor } from '@/components/ui/anchor';
import { Facts } from '@/components/ui/facts';
import { BackLink, Part } from '@/components/ui/headings';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { dayOf, momentOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { LinkedCase } from '@/lib/lasting/case-links';
import type { Pair } from '@/lib/lasting/strike';
import { daysBetween } from '@/lib/lasting/watch';
import { supervisionWords } from './words';

type PairProps = { pair: Pair; at: Date };

/** The two cases side by side, why they are thought to belong together, and what was said of it. */
export async function PairPage({ pair, at }: PairProps) {
  const [l, how, c, { telling, unitName }] = await Promise.all([
    getTranslations('lasting.pair'),
    getTranslations('lasting.how'),
    getTranslations('lasting.case'),
    supervisionWords(at),
  ]);
  const { fix, later, unit, answeredAt, filedAt, metres, marks } = pair;
  return (
    <>
      <BackLink href="/supervision/lasting">{l('back')}</BackLink>
      <h1>{l('title')}</h1>
      <p className="quiet mt-4">{c('days', { days: daysBetween(answeredAt, filedAt) })}</p>
      <div className="mt-24">
        <Facts
          roomy
          facts={[
            { term: l('how'), detail: how(pair.how, { metres: metres ?? 0 }) },
            { term: l('fix'), detail: <CaseLine it={fix} day={dayOf(answeredAt, telling)} /> },
            { term: l('unit'), detail: unitName(unit) },
            { term: l('answer'), detail: fix.answer ?? '–' },
            { term: l('later'), detail: <CaseLine it={later} day={dayOf(filedAt, telling)} /> },
            { term: l('what'), detail: later.what },
          ]}
        />
      </div>
      <Part id="marks" heading={l('marks')}>
        {marks.length === 0 && <p className="quiet">{l('byRule')}</p>}
        <div className="stack">
          {marks.map((it) => (
            <div key={it.nth}>
              <p>
                <strong>{l(it.struck ? 'struck' : 'stands')}</strong>
              </p>
              <p className="max-w-measure whitespace-pre-line">{it.grounds}</p>
              <p className="quiet">{l('by', { name: it.by, moment: momentOf(it.at, telling) })}</p>
            </div>
          ))}
        </div>
      </Part>
      <Part id="mark" heading={l('mark')}>
        {pair.mayMark ? <MarkForm pair={pair} /> : <p className="quiet">{l('notYours')}</p>}
      </Part>
    </>
  );
}

function CaseLine({ it, day }: { it: LinkedCase & { place: string }; day: string }) {
  return (
    <>
      <Anchor href={`/appeals/${it.caseNumber}`}>
        {it.title || spokenCaseNumber(it.caseNumber)}
      </Anchor>
      <span className="meta block">
        {it.place} · <span className="num nb">{spokenCaseNumber(it.caseNumber)}</span> ·{' '}
        <span className="num nb">{day}</span>
      </span>
    </>
  );
}

async function MarkForm({ pair: { roundId, laterId, marks } }: { pair: Pair }) {
  const l = await getTranslations('lasting.pair');
  const labels = { grounds: l('grounds') };
  return (
    <ActionForm
      action={markAfterEffect}
      className="max-w-measure"
      labels={labels}
      problemWords={{ notFound: l('gone'), markedMeanwhile: l('meanwhile') }}
    >
      <p className="quiet mb-16">{l('note')}</p>
      <input type="hidden" name="round" value={roundId} />
      <input type="hidden" name="later" value={laterId} />
      <input type="hidden" name="marks" value={marks[0]?.nth ?? 0} />
      <FormArea name="grounds" label={labels.grounds} hint={l('groundsHint')} max={2000} />
      <SubmitButton>{l(marks[0]?.struck ? 'putBack' : 'strike')}</SubmitButton>
    </ActionForm>
  );
}

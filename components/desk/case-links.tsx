import { tellingAt } from '@/components/appeals/telling';
import { Anchor } from '@/components/ui/anchor';
import { Facts } from '@/components/ui/facts';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { dayOf } from '@/lib/i18n/dates';
import { getTranslations } from '@/lib/i18n/words';
import type { CaseLink, CaseLinks } from '@/lib/lasting/case-links';
import { daysBetween } from '@/lib/lasting/watch';
import { mayMeasure } from '@/lib/measures/access';
import type { PersonActor } from '@/lib/people/actor';

type CaseLinksProps = { actor: PersonActor; links: CaseLinks; at: Date };

/** Answers this case may be an after-effect of, and cases that came after its own answers. */
export async function CaseLinksPart({ actor, links, at }: CaseLinksProps) {
  const l = await getTranslations('lasting.case');
  const facts = [
    { term: l('before'), of: links.before, day: (it: CaseLink) => it.answeredAt },
    { term: l('after'), of: links.after, day: (it: CaseLink) => it.filedAt },
  ].filter((it) => it.of.length > 0);
  if (facts.length === 0) return null;
  const telling = await tellingAt(at);
  return (
    <section aria-labelledby="lasting" className="mt-32">
      <h2 id="lasting">{l('heading')}</h2>
      <p className="quiet mt-4">{l('afterNote')}</p>
      <div className="mt-12">
        <Facts
          side
          facts={facts.map(({ term, of, day }) => ({
            term,
            detail: of.map((it) => (
              <p key={`${it.roundId} ${it.laterId}`}>
                <Anchor href={`/appeals/${it.other.caseNumber}`}>
                  {it.other.title || spokenCaseNumber(it.other.caseNumber)}
                </Anchor>
                <span className="meta block">
                  <span className="num nb">{dayOf(day(it), telling)}</span> ·{' '}
                  {l('days', { days: daysBetween(it.answeredAt, it.filedAt) })}
                  {it.struck && ` · ${l('struck')}`}
                  {mayMeasure(actor) && (
                    <>
                      {' · '}
                      <Anchor href={`/supervision/lasting/${it.roundId}/${it.laterId}`}>
                        {l('look')}
                        <span className="away"> {spokenCaseNumber(it.other.caseNumber)}</span>
                      </Anchor>
                    </>
                  )}
                </span>
              </p>
            )),
          }))}
        />
      </div>
    </section>
  );
}

import type { Metadata } from 'next';
import { tellingAt } from '@/components/appeals/telling';
import { TrialNote } from '@/components/appeals/trial-mark';
import { FiledFacts } from '@/components/resident/filed-facts';
import { HandOver } from '@/components/resident/hand-over';
import { ownCase } from '@/components/resident/own-case';
import { PrivateLink, privateAddress } from '@/components/resident/private-link';
import { ReadAloud } from '@/components/resident/read-aloud';
import { ReceiptNumbers } from '@/components/resident/receipt-numbers';
import { ResidentShell } from '@/components/resident/resident-shell';
import { richWords } from '@/components/resident/rich-words';
import { StillOwed } from '@/components/resident/still-owed';
import { WithoutLink } from '@/components/resident/without-link';
import { Buttons, LinkButton } from '@/components/ui/button';
import { Columns } from '@/components/ui/columns';
import { Heard } from '@/components/ui/ripples';
import { maskedContact } from '@/lib/contacts/masked';
import { fullDayOf, hourOf } from '@/lib/i18n/dates';
import { getTextSize } from '@/lib/i18n/text-size';
import { getTranslations } from '@/lib/i18n/words';

type ReceiptPageProps = { params: Promise<{ caseNumber: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt');
  return { title: t('title'), robots: { index: false } };
}

export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const own = await ownCase((await params).caseNumber);
  if (!own) return <WithoutLink />;
  const { actor, voice, view } = own;
  const [t, telling, contact, large] = await Promise.all([
    getTranslations('receipt'),
    tellingAt(view.at),
    maskedContact(actor, view.file, actor.voiceId),
    getTextSize(),
  ]);
  const { caseNumber, filedAt } = view.file.appeal;
  const helped = typeof view.story[0]?.facts.helper === 'string';
  const reachable = contact?.phone || contact?.email;
  return (
    <ResidentShell>
      <Heard heading={t('heading')}>
        <p className="quiet">
          <span className="nb">{fullDayOf(filedAt, telling)}</span>{' '}
          <span className="nb">{hourOf(filedAt, telling)}</span>
        </p>
      </Heard>
      <ReadAloud />
      <div className="mt-32 mb-48">
        {view.file.appeal.trial && <TrialNote />}
        <ReceiptNumbers view={view} />
      </div>
      <Columns>
        <div>
          <section aria-labelledby="link">
            <h2 id="link">{t('link')}</h2>
            <p className="mt-8 mb-16">{t.rich('linkLead', await richWords())}</p>
            <PrivateLink address={privateAddress(voice)} />
            <p className="meta mt-12">{t(reachable ? 'linkNote' : 'linkNoteOnly')}</p>
            <HandOver caseNumber={caseNumber} helped={helped} />
            <div className="mt-24">
              <Buttons>
                <LinkButton href={`/follow/${caseNumber}`}>{t('open')}</LinkButton>
                <LinkButton href={`/follow/${caseNumber}/slip`} kind="second">
                  {t('print')}
                </LinkButton>
              </Buttons>
            </div>
          </section>
          <section className="part" aria-labelledby="next">
            <h2 id="next" className="mb-24">
              {t('next')}
            </h2>
            <StillOwed own={own} contact={contact} />
          </section>
        </div>
        {!large && (
          <aside>
            <FiledFacts view={view} contact={contact} />
          </aside>
        )}
      </Columns>
    </ResidentShell>
  );
}

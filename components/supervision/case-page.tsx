import { Empty } from '@/components/ui/empty';
import { BackLink } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import type { CasePage as Found } from '@/lib/measures/cases';
import { overviewAddress, type Place } from './address';
import { CaseRows } from './case-rows';
import { supervisionWords } from './words';

type CasePageProps = {
  place: Place;
  heading: string;
  /** Unit, period and what else was chosen, in words. */
  about: string;
  found: Found;
  kind: React.ComponentProps<typeof CaseRows>['kind'];
  /** Not the first page. */
  later: boolean;
  /** Address of this list, from a key on. */
  here(after?: string): string;
  at: Date;
  /** Where the number stood, if not on the first page. */
  back?: string | undefined;
  /** Other lists beside this one. */
  children?: React.ReactNode;
};

/** Cases behind one number, a page at a time. */
export async function CasePage({
  place,
  heading,
  about,
  found,
  kind,
  later,
  here,
  at,
  back,
  children,
}: CasePageProps) {
  const { t } = await supervisionWords(at);
  return (
    <>
      <BackLink href={back ?? overviewAddress({ ...place, alone: false })}>
        {t(back ? 'cases.backToNumber' : 'cases.back')}
      </BackLink>
      <h1>{heading}</h1>
      <p className="quiet mt-4">{about}</p>
      {children}
      <div className="mt-24">
        {found.rows.length > 0 ? (
          <CaseRows rows={found.rows} kind={kind} at={at} />
        ) : (
          <Empty kind="done" heading={t('cases.emptyHeading')}>
            <p className="quiet">{t('cases.emptyBody')}</p>
          </Empty>
        )}
      </div>
      <Pager
        label={t('cases.pages')}
        newer={later ? { href: here(), words: t('cases.first') } : undefined}
        older={found.next ? { href: here(found.next), words: t('cases.more') } : undefined}
      />
    </>
  );
}

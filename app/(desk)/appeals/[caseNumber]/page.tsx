import type { Metadata } from 'next';
import { CasePage } from '@/components/desk/case-page';
import { DeskFrame } from '@/components/desk/desk-frame';
import { firstParam, type PageParams } from '@/components/desk/page-params';
import { spokenCaseNumber } from '@/lib/appeals/case-number';
import { viewCase } from '@/lib/appeals/queries/case-view';
import { readVerdicts } from '@/lib/appeals/queries/verdicts';
import { notHere } from '@/lib/auth/not-here';
import { requireActor } from '@/lib/auth/session';
import { getTranslations } from '@/lib/i18n/words';
import { noLinks, readCaseLinks } from '@/lib/lasting/case-links';

interface CaseProps {
  params: Promise<{ caseNumber: string }>;
  searchParams: PageParams;
}

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  const [t, { caseNumber }] = await Promise.all([getTranslations('desk.case'), params]);
  return { title: t('title', { number: spokenCaseNumber(caseNumber.slice(0, 20)) }) };
}

export default async function CaseFilePage({ params, searchParams }: CaseProps) {
  const [actor, { caseNumber }, asked] = await Promise.all([requireActor(), params, searchParams]);
  const view = await viewCase(actor, caseNumber);
  if (!view) notHere();
  const [verdicts, links] = await Promise.all([
    readVerdicts(actor, view.file),
    view.linked ? readCaseLinks(actor, view.file.appeal.id) : noLinks,
  ]);
  return (
    <DeskFrame actor={actor}>
      <CasePage
        actor={actor}
        view={view}
        verdicts={verdicts}
        links={links}
        done={firstParam(asked.done)}
      />
    </DeskFrame>
  );
}

import type { CaseFile } from '@/lib/appeals/case-file';
import { phoneOf, type readInstallation } from '@/lib/appeals/queries/front';
import type { VoiceRow } from '@/lib/appeals/records';
import type { Database } from '@/lib/db/client';
import { localeOf } from '@/lib/i18n/locale';
import { nameIn } from '@/lib/i18n/names';
import { letterFacts } from './letter-facts';
import type { LetterParts } from './resident-letter';

/** What a letter says of a case, whatever brings it: no link, nobody's name, nothing a resident wrote. */
export type CaseParts = Omit<LetterParts, 'link'>;

/** When and where: read before a row is locked, for whoever holds one connection must not wait for another. */
export interface Place {
  installation: Awaited<ReturnType<typeof readInstallation>>;
  zone: string;
}

/** The facts of a notice as the case is now, named in the Voice's language. Whoever calls has asked who may know them. */
export async function readCaseParts(
  database: Database,
  notice: { kind: string; seq: number },
  voice: Pick<VoiceRow, 'appealId'> & { locale: string },
  file: CaseFile,
  { installation, zone }: Place,
): Promise<CaseParts> {
  const locale = localeOf(voice.locale);
  const { unitId, ...facts } = letterFacts(file, notice, zone);
  const unit = unitId ? await database.unit.findUnique({ where: { id: unitId } }) : null;
  const home = await database.appeal.findUniqueOrThrow({
    where: { id: voice.appealId },
    select: { caseNumber: true },
  });
  return {
    ...facts,
    kind: notice.kind,
    org: nameIn(locale, installation),
    phone: phoneOf(installation),
    caseNumber: home.caseNumber,
    unit: nameIn(locale, unit ?? installation),
  };
}

import type { Words } from '@/lib/i18n/gaps';
import type { Locale } from '@/lib/i18n/locale';
import { numberIn } from '@/lib/i18n/numbers';
import type { Pdf } from '@/lib/photos/attachment';

type PdfLinkProps = {
  /** Where it is served to this reader. */
  at: string;
  pdf: Pdf;
  /** Which of how many. */
  nth: number;
  of: number;
  /** The day it was deleted as laid down. */
  gone?: string | null;
  /** Words about photos. */
  t: Words;
  locale: Locale;
};

/** Saves a PDF: told by what it is and how much is fetched, since it is shown on no page of ours. */
export function PdfLink({ at, pdf, nth, of, gone, t, locale }: PdfLinkProps) {
  const size = numberIn(locale, Math.max(1, Math.round(pdf.bytes / 100_000)) / 10);
  const called = of > 1 ? t('pdfOfMany', { number: nth + 1, size }) : t('pdf', { size });
  if (gone) return <span className="quiet">{t('pdfGone', { pdf: called, date: gone })}</span>;
  return (
    <a href={`${at}/${pdf.id}`} data-reload>
      {called}
    </a>
  );
}

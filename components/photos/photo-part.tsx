import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { getLocale, getTranslations } from '@/lib/i18n/words';
import { type Attachment, pdfsIn, picturesIn } from '@/lib/photos/attachment';
import { mostPhotos } from '@/lib/photos/held';
import { photoProblems } from '@/lib/photos/kind';
import { PdfLink } from './pdf-link';
import { SendPhotos } from './send-photos';

type PhotoPartProps = {
  /** Where pictures and PDFs are sent to and read from. */
  at: string;
  /** The page this stands on. */
  back: string;
  held: readonly Attachment[];
  /** What was wrong with the last one, as the address says. */
  problem?: string | undefined;
  level?: 2 | 3;
};

/**
 * Pictures and PDFs that go with the next step: those that are there, each with a way to take it off, and a way to add one.
 * A form of its own, before the words: without scripts it loads the page anew.
 */
export async function PhotoPart({ at, back, held, problem, level = 2 }: PhotoPartProps) {
  const [t, forms, locale] = await Promise.all([
    getTranslations('photos'),
    getTranslations('forms'),
    getLocale(),
  ]);
  const Heading = level === 2 ? 'h2' : 'h3';
  const known = photoProblems.find((it) => it === problem);
  const [pictures, pdfs] = [picturesIn(held), pdfsIn(held)];
  const to = `${at}?back=${encodeURIComponent(back)}`;
  return (
    <section id="photos" className="photos field" aria-labelledby="photos-heading">
      <Heading id="photos-heading">{t('heading')}</Heading>
      <p className="hint">{t('hint', { most: mostPhotos })}</p>
      <p className="hint">{t('pdfHint')}</p>
      {known && <FieldError id="photos-error">{t(`problems.${known}`)}</FieldError>}
      {pictures.length > 0 && (
        <ul className="held">
          {pictures.map((it, nth) => (
            <li key={it.id}>
              <img
                src={`${at}/${it.id}?size=small`}
                alt={t('one', { number: nth + 1, of: pictures.length })}
                width={148}
                height={Math.round((148 * it.height) / it.width)}
              />
              <TakeOff to={to} id={it.id} which={t('removeWhich', { number: nth + 1 })} />
            </li>
          ))}
        </ul>
      )}
      {pdfs.length > 0 && (
        <ul className="held-pdfs">
          {pdfs.map((it, nth) => (
            <li key={it.id}>
              <PdfLink at={at} pdf={it} nth={nth} of={pdfs.length} t={t} locale={locale} />
              <TakeOff to={to} id={it.id} which={t('removePdf', { number: nth + 1 })} />
            </li>
          ))}
        </ul>
      )}
      {held.length < mostPhotos && (
        <form action={to} method="post" encType="multipart/form-data" className="add">
          <label htmlFor="photo-file">{t(held.length > 0 ? 'another' : 'choose')}</label>
          <SendPhotos
            words={{
              sending: t.raw('sending'),
              failed: t('failed'),
              labelled: forms.raw('labelled'),
            }}
          />
          <Button kind="second">{t('send')}</Button>
        </form>
      )}
    </section>
  );
}

async function TakeOff({ to, id, which }: { to: string; id: string; which: string }) {
  const t = await getTranslations('photos');
  return (
    <form action={`${to}&remove=${id}`} method="post">
      <Button kind="plain">
        {t('remove')}
        <span className="sr-only">{which}</span>
      </Button>
    </form>
  );
}

/** The pictures and PDFs that go with a form, named in it. */
export const HeldInputs = ({ held }: { held: readonly Attachment[] }) =>
  held.map(({ id }) => <input key={id} type="hidden" name="photos" value={id} />);

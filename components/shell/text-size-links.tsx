import { Anchor } from '@/components/ui/anchor';
import { getTextSize, textSizes } from '@/lib/i18n/text-size';
import { getTranslations } from '@/lib/i18n/words';

/** The way to the large, plain pages; on these, another size and the way back. */
export async function TextSizeLinks() {
  const [t, size] = await Promise.all([getTranslations('large'), getTextSize()]);
  const [usual] = textSizes;
  if (!size) return <SizeLink to={usual} words={t('large')} strong />;
  const next = textSizes[textSizes.indexOf(size) + 1];
  return (
    <>
      <SizeLink to={next ?? usual} words={t(next ? 'larger' : 'smaller')} />
      <SizeLink to="normal" words={t('normal')} />
    </>
  );
}

type SizeLinkProps = { to: number | 'normal'; words: string; strong?: boolean };

function SizeLink({ to, words, strong }: SizeLinkProps) {
  return (
    <li>
      <Anchor
        className={strong ? 'big-a' : undefined}
        href={`/large?to=${to}`}
        reload
        rel="nofollow"
      >
        {words}
      </Anchor>
    </li>
  );
}

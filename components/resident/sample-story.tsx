import { Said, StoryItem, type StoryKind, StoryLine } from '@/components/ui/story-line';
import { getTranslations } from '@/lib/i18n/words';

const kinds: readonly StoryKind[] = ['said', 'echo', 'echo', 'answer', 'said', 'answer', 'said'];

/** An invented case, and said to be one: what a loop with two rounds looks like. */
export async function SampleStory() {
  const t = await getTranslations('front');
  return (
    <section className="sample" aria-labelledby="sample">
      <h2 id="sample" className="text-20">
        {t('sample')}
      </h2>
      <p className="meta">{t('sampleNote')}</p>
      <StoryLine>
        {kinds.map((kind, index) => {
          const step = index + 1;
          const text = (name: string) => {
            const key = `story.${name}${step}`;
            return t.has(key) ? t(key) : undefined;
          };
          const said = text('said');
          return (
            <StoryItem key={step} kind={kind} when={text('when')} gap={text('gap')} by={text('by')}>
              {said && <Said>{said}</Said>}
            </StoryItem>
          );
        })}
      </StoryLine>
    </section>
  );
}

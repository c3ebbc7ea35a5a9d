import { Facts } from '@/components/ui/facts';
import { burdenMeasureKeys } from '@/lib/measures/burden/define';
import { burdenWords } from './burden-words';

/** What counts, and how: the words of lib/measures/burden/define. */
export async function BurdenDefinitions({ at }: { at: Date }) {
  const { d } = await burdenWords(at);
  return (
    <>
      <Facts
        roomy
        facts={burdenMeasureKeys.map((key) => ({
          term: d(`measure.${key}.name`),
          detail: (
            <>
              <p>{d(`measure.${key}.counts`)}</p>
              <p className="quiet">{d(`measure.${key}.how`)}</p>
            </>
          ),
        }))}
      />
      <div className="stack mt-24">
        {(['population', 'recused', 'heavy'] as const).map((name) => (
          <p key={name}>{d(`definitions.${name}`)}</p>
        ))}
      </div>
    </>
  );
}

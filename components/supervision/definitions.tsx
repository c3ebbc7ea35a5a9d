import { Facts } from '@/components/ui/facts';
import { Folded } from '@/components/ui/folded';
import { measureKeys } from '@/lib/measures/define';
import { supervisionWords } from './words';

/** What counts, and how: the words of lib/measures/define. */
export async function Definitions({ at }: { at: Date }) {
  const { t } = await supervisionWords(at);
  const common = ['population', 'interviews', 'imports', 'interval', 'few'] as const;
  return (
    <>
      <div className="stack">
        {common.map((name) => (
          <p key={name}>{t(`definitions.${name}`)}</p>
        ))}
      </div>
      <div className="mt-24">
        <Folded summary={t('definitions.folded', { n: measureKeys.length })}>
          <Facts
            roomy
            facts={measureKeys.map((key) => ({
              term: t(`measure.${key}.name`),
              detail: (
                <>
                  <p>{t(`measure.${key}.counts`)}</p>
                  <p className="quiet">{t(`measure.${key}.how`)}</p>
                </>
              ),
            }))}
          />
        </Folded>
      </div>
    </>
  );
}

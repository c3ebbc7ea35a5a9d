import { Button, Buttons } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { getTranslations } from '@/lib/i18n/words';
import { checksOfEach, checksToMeetOne, checksToTell } from '@/lib/spot-checks/sample-size';

interface SampleSizeProps {
  /** As typed, in per cent. */
  claimed: string | undefined;
  real: string | undefined;
}

/** How many checks it takes to notice what one fears. */
export async function SampleSize({ claimed = '95', real = '85' }: SampleSizeProps) {
  const t = await getTranslations('spotChecks');
  const [high, low] = [Number(claimed) / 100, Number(real) / 100];
  const sound = high < 1 && low > 0 && low < high;
  return (
    <form method="get" action="#size" className="mt-12">
      <div className="grid grid-cols-2 gap-12 max-w-measure">
        <TextField name="claimed" label={t('size.claimed')} value={claimed} inputMode="decimal" />
        <TextField name="real" label={t('size.real')} value={real} inputMode="decimal" />
      </div>
      <Buttons>
        <Button kind="plain">{t('size.submit')}</Button>
      </Buttons>
      {sound ? (
        <ul className="stack mt-16">
          <li>{t('size.tell', { n: checksToTell(high, low), claimed, real })}</li>
          <li>{t('size.each', { n: checksOfEach(high, low) })}</li>
          <li>{t('size.meet', { five: checksToMeetOne(0.05), ten: checksToMeetOne(0.1) })}</li>
        </ul>
      ) : (
        <p className="mt-16">{t('size.unsound')}</p>
      )}
    </form>
  );
}

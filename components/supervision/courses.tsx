import { StepChart } from '@/components/ui/step-chart';
import { type HeadlineKey, headlineKeys } from '@/lib/measures/define';
import { type FlowKey, flowKeys } from '@/lib/measures/flows';
import { shareOf } from '@/lib/measures/tally';
import type { Step } from '@/lib/measures/trend';
import { percent } from './percent';
import { trendWords } from './trend-words';

type CoursesProps = { steps: readonly Step[]; at: Date };
type Words = Awaited<ReturnType<typeof trendWords>>;

/** Each rate and each flow in a drawing of its own, all on the same steps. */
export async function Courses({ steps, at }: CoursesProps) {
  const words = await trendWords(at);
  return (
    <div className="courses">
      {headlineKeys.map((key) => (
        <RateCourse key={key} measure={key} steps={steps} words={words} />
      ))}
      {flowKeys.map((key) => (
        <FlowCourse key={key} flow={key} steps={steps} words={words} />
      ))}
    </div>
  );
}

/** `9月`, or the first day of a week as `9/21`. */
const labelOf = ({ period: { fromOn, toOn } }: Step): string => {
  const [, month, day] = fromOn.split('-').map(Number);
  const isWeek =
    toOn.slice(0, 7) !== fromOn.slice(0, 7) ||
    !fromOn.endsWith('-01') ||
    Number(toOn.slice(8)) < 28;
  return isWeek ? `${month}/${day}` : fromOn.slice(0, 7).replace('-', '/');
};

function RateCourse({ measure, steps, words: { t, w } }: CourseProps & { measure: HeadlineKey }) {
  const drawn = steps.map((step) => {
    const { yes, answered } = step.tallies[measure];
    return { step, answered, share: shareOf(yes, answered) };
  });
  const values = drawn.flatMap(({ share }) => (share ? [share.value] : []));
  const name = t(`measure.${measure}.name`);
  const last = drawn.at(-1);
  const ends = { from: labelFor(steps[0]), to: labelFor(steps.at(-1)) };
  return (
    <figure>
      <h3>{name}</h3>
      <StepChart
        kind="share"
        name={
          values.length === 0
            ? w('charts.noneName', { measure: name })
            : w('charts.name', {
                measure: name,
                ...ends,
                low: percent(Math.min(...values)),
                high: percent(Math.max(...values)),
              })
        }
        steps={drawn.map(({ step, share }) => ({
          key: step.period.fromOn,
          label: labelOf(step),
          value: share && 100 * share.value,
          interval: share ? [100 * share.low, 100 * share.high] : undefined,
        }))}
      />
      <figcaption>
        {last?.share
          ? w(measure === 'response' ? 'charts.lastContacts' : 'charts.last', {
              percent: percent(last.share.value),
              n: last.answered,
            })
          : w('charts.lastFew')}
      </figcaption>
    </figure>
  );
}

type CourseProps = { steps: readonly Step[]; words: Words };

const labelFor = (step: Step | undefined): string => (step ? labelOf(step) : '');

function FlowCourse({ flow, steps, words: { w } }: CourseProps & { flow: FlowKey }) {
  const counts = steps.map((it) => it.flows[flow]);
  const name = w(`charts.flow.${flow}`);
  return (
    <figure>
      <h3>{name}</h3>
      <StepChart
        kind="count"
        name={w('charts.flowName', {
          flow: name,
          from: labelFor(steps[0]),
          to: labelFor(steps.at(-1)),
          low: Math.min(...counts),
          high: Math.max(...counts),
        })}
        steps={steps.map((step) => ({
          key: step.period.fromOn,
          label: labelOf(step),
          value: step.flows[flow],
        }))}
      />
      <figcaption>{w('charts.lastFlow', { n: counts.at(-1) ?? 0 })}</figcaption>
    </figure>
  );
}

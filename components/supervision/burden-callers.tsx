import { CountBar } from '@/components/ui/count-bar';
import { Cell, Row, Rows } from '@/components/ui/rows';
import type { CallerBurden } from '@/lib/measures/burden/read';
import { burdenWords } from './burden-words';
import { perOne } from './percent';

/** Whose calls others filled in forms for. */
export async function BurdenCallers({ callers, at }: { callers: CallerBurden[]; at: Date }) {
  const { d, unitName } = await burdenWords(at);
  if (callers.length === 0) return <p className="quiet">{d('caller.none')}</p>;
  const most = Math.max(...callers.map(({ forms }) => forms));
  const names = ['forms', 'calls', 'perCall', 'texts'] as const;
  const columns = [
    { label: d('caller.name') },
    ...names.map((name) => ({ label: d(`caller.${name}`), end: true })),
  ];
  return (
    <Rows caption={d('caller.caption')} captionHidden columns={columns}>
      {callers.map(({ unit, calls, forms, texts }) => (
        <Row key={unit.id}>
          <Cell head>{unitName(unit)}</Cell>
          <Cell end label={d('caller.forms')}>
            <b>{forms}</b>
            <CountBar n={forms} most={most} />
          </Cell>
          <Cell end beside label={d('caller.calls')}>
            {calls}
          </Cell>
          <Cell end beside label={d('caller.perCall')}>
            {perOne(forms, calls)}
          </Cell>
          <Cell end beside label={d('caller.texts')}>
            {texts}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}

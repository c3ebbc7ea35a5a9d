import { Cell, Row, Rows } from '@/components/ui/rows';
import { selfMadeKinds } from '@/lib/measures/burden/define';
import type { Burden } from '@/lib/measures/burden/read';
import { burdenWords } from './burden-words';

/** What nobody was asked to make. */
export async function BurdenSelfMade({ found, at }: { found: Burden; at: Date }) {
  const { d } = await burdenWords(at);
  const { selfMade, either } = found;
  const columns = [{ label: d('self.name') }, { label: d('self.n'), end: true }];
  return (
    <Rows caption={d('self.caption')} captionHidden columns={columns}>
      {selfMadeKinds.map((kind) => (
        <Row key={kind}>
          <Cell head>{d(`self.${kind}`)}</Cell>
          <Cell end>{selfMade[kind]}</Cell>
        </Row>
      ))}
      {either && (
        <Row>
          <Cell head>{d('self.either')}</Cell>
          <Cell end>
            {d('self.eitherOf', { system: either.system, all: either.system + either.staff })}
          </Cell>
        </Row>
      )}
    </Rows>
  );
}

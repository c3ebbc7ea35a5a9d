import { Cell, Row, Rows } from '@/components/ui/rows';
import type { ImportView } from '@/lib/exchange/org/view';
import { fill } from '@/lib/i18n/fill';
import type { ImportWords } from './org-import-words';

interface ViewProps {
  view: ImportView;
  words: ImportWords;
}

/** What has to be mended first, line by line. */
export function ImportFaults({ view, words }: ViewProps) {
  const { faults, faulty } = view;
  const heading = fill(faulty === 1 ? words.faultsOne : words.faultsMany, { count: faulty });
  return (
    <section className="part" aria-labelledby="faults">
      <div className="part-head">
        <h2 id="faults">{heading}</h2>
      </div>
      <p className="quiet">{words.notYetDone}</p>
      <Rows
        caption={heading}
        captionHidden
        columns={[{ label: words.line }, { label: words.what }]}
      >
        {faults.map((it) => (
          <Row key={`${it.line} ${it.words}`}>
            <Cell head>{fill(words.lineWords, { line: it.line })}</Cell>
            <Cell>{it.words}</Cell>
          </Row>
        ))}
      </Rows>
      {faulty > faults.length && (
        <p className="meta mt-12">{fill(words.moreFaults, { count: faulty - faults.length })}</p>
      )}
    </section>
  );
}

/** What the table would do; nothing has been done yet. */
export function ImportPreview({ view, words }: ViewProps) {
  const { counts, lines, more } = view;
  const columns = [words.line, words.name, words.does, words.details];
  return (
    <section className="part" aria-labelledby="would">
      <div className="part-head">
        <h2 id="would">{words.wouldHeading}</h2>
        <p className="meta">{fill(words.counts, counts)}</p>
      </div>
      <p className="quiet">{lines.length === 0 ? words.nothingToDo : words.notYetDone}</p>
      {lines.length > 0 && (
        <Rows
          caption={words.wouldHeading}
          captionHidden
          columns={columns.map((label) => ({ label }))}
        >
          {lines.map((it) => (
            <Row key={it.line}>
              <Cell label={words.line} beside>
                {it.line}
              </Cell>
              <Cell head>
                <span lang="zh-CN">{it.name}</span>
              </Cell>
              <Cell>{it.doing}</Cell>
              <Cell>
                <ul>
                  {it.details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
      {more > 0 && <p className="meta mt-12">{fill(words.moreLines, { count: more })}</p>}
    </section>
  );
}

'use client';

import { useState } from 'react';
import { Anchor } from '@/components/ui/anchor';

interface TemplateLinksProps {
  templates: readonly { id: string; name: string; body: string }[];
  /** Id of the field they fill. */
  field: string;
  /** Said once a text has been put in. */
  inserted: string;
}

/** Links that work by themselves; where scripts run, each puts its words at the cursor of the field. */
export function TemplateLinks({ templates, field, inserted }: TemplateLinksProps) {
  const [told, setTold] = useState('');
  function insert(event: React.MouseEvent, name: string, body: string) {
    const area = document.getElementById(field);
    const another = event.metaKey || event.ctrlKey || event.shiftKey;
    if (another || !(area instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    area.setRangeText(body, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
    setTold(`${inserted}：${name}`);
  }
  return (
    <>
      <ul className="border-rule border-t">
        {templates.map(({ id, name, body }) => (
          <li key={id} className="border-rule border-b py-8">
            <Anchor
              reload
              href={`?template=${id}`}
              onClick={(event) => insert(event, name, body)}
              className="inline-flex min-h-(--target) items-center font-bold"
            >
              {name}
            </Anchor>
            <span className="meta line-clamp-2 whitespace-pre-line">{body}</span>
          </li>
        ))}
      </ul>
      <p className="away" role="status">
        {told}
      </p>
    </>
  );
}

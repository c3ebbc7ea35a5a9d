'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { FieldError } from '@/components/ui/field';
import { fill } from '@/lib/i18n/fill';

type SendPhotosProps = { words: { sending: string; failed: string; labelled: string } };

interface Line {
  name: string;
  problem: string | null;
}

/**
 * Chooses files and, with scripts, sends them at once: how far it is, and what is wrong with which. The page's own
 * words stay as they are; only the pictures are read anew.
 */
export function SendPhotos({ words }: SendPhotosProps) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [wrong, setWrong] = useState<readonly Line[]>([]);

  function send() {
    const form = input.current?.form;
    if (!form || !input.current?.files?.length) return;
    setWrong([]);
    setShare(0);
    const request = new XMLHttpRequest();
    const ended = (lines: readonly Line[]) => {
      setShare(null);
      setWrong(lines.filter((it) => it.problem));
      if (input.current) input.current.value = '';
      router.refresh();
    };
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => setShare(loaded / total);
    request.onload = () => ended(request.response?.lines ?? [{ name: '', problem: words.failed }]);
    request.onerror = () => ended([{ name: '', problem: words.failed }]);
    request.send(new FormData(form));
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        id="photo-file"
        name="photo"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        multiple
        onChange={send}
      />
      <div role="status" className="meta">
        {share !== null && fill(words.sending, { percent: Math.round(share * 100) })}
        {wrong.map(({ name, problem }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
          <FieldError key={nth} id={`photo-problem-${nth}`}>
            {name ? fill(words.labelled, { label: name, problem: problem ?? '' }) : problem}
          </FieldError>
        ))}
      </div>
    </>
  );
}

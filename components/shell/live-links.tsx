'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Where a plain click leads within this site; null where the browser should do as it does. */
function wayPressed(event: MouseEvent): string | null {
  const held = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (held || event.button !== 0 || event.defaultPrevented) return null;
  const { target } = event;
  const link = target instanceof Element ? target.closest('a[href^="/"]') : null;
  if (!link || link.matches('[data-reload], [download], [target]')) return null;
  return link.getAttribute('href');
}

/**
 * Opens pages of ours without loading everything again. One listener for every link of a page: a component of
 * the router for each of them cost more than all else on pages that are lists.
 */
export function LiveLinks() {
  const router = useRouter();
  useEffect(() => {
    function click(event: MouseEvent) {
      const href = wayPressed(event);
      if (!href) return;
      event.preventDefault();
      router.push(href);
    }
    document.addEventListener('click', click);
    return () => document.removeEventListener('click', click);
  }, [router]);
  return null;
}

'use client';

import { useEffect, useRef, useState } from 'react';
import { apiPath } from '@/components/layout/api';
import type { Language } from '@/lib/templates/blocks/block';
import type { Starter } from '@/lib/templates/starters/starter';
import classes from './starter-picture.module.css';

/** A starter drawn small: the real thing, and of no use to who reads the page aloud. */
export function StarterPicture({ starter, language }: { starter: Starter; language: Language }) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [isSeen, setIsSeen] = useState(false);
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setIsSeen(true));
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!isSeen || loads === 0) return;
    let isGone = false;
    void import('@/lib/templates/starters/render').then(async ({ renderStarter }) => {
      const { html } = await renderStarter(starter, language, 'all', compileHere);
      const page = frame.current?.contentDocument;
      const scope = page?.defaultView as (Window & typeof globalThis) | null | undefined;
      if (isGone || !page || !scope) return;
      const light = html.replace('(prefers-color-scheme:dark)', 'not all');
      const parsed = new scope.DOMParser().parseFromString(light, 'text/html');
      page.replaceChild(page.adoptNode(parsed.documentElement), page.documentElement);
    });
    return () => {
      isGone = true;
    };
  }, [isSeen, loads, starter, language]);
  return (
    <div ref={box} className={classes.box} aria-hidden inert>
      {isSeen && (
        <iframe
          ref={frame}
          sandbox="allow-same-origin"
          src={apiPath('messages/preview-frame', { pictures: null })}
          title={starter.key}
          tabIndex={-1}
          className={classes.frame}
          onLoad={() => setLoads((count) => count + 1)}
        />
      )}
    </div>
  );
}

/** As on the server: the same package with the same options. */
async function compileHere(mjml: string) {
  const { default: mjml2html } = await import('mjml-browser');
  return mjml2html(mjml, { fonts: {}, validationLevel: 'soft', keepComments: false });
}

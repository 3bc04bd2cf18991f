'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { apiPath } from '@/components/layout/api';
import classes from './editor.module.css';

export type View = 'desktop' | 'phone' | 'dark' | 'images' | 'text';

type Props = { html: string; view: View; selected: string | null; onSelect: (id: string) => void };

/** The mail itself, drawn as it will be sent: a click on a part of it chooses that. Nothing in it can run. */
export function Canvas({ html, view, selected, onSelect }: Props) {
  const t = useTranslations('editor');
  const frame = useRef<HTMLIFrameElement>(null);
  const [loads, setLoads] = useState(0);
  const [height, setHeight] = useState(400);

  useEffect(() => {
    const page = frame.current?.contentDocument;
    const scope = page?.defaultView as (Window & typeof globalThis) | null | undefined;
    if (!page || !scope || loads === 0 || !html) return;
    const parsed = new scope.DOMParser().parseFromString(asSeen(html, view), 'text/html');
    page.replaceChild(page.adoptNode(parsed.documentElement), page.documentElement);
    const choose = (event: Event) => {
      event.preventDefault();
      const id = idAt(event.target as Element | null);
      if (id) onSelect(id);
    };
    page.addEventListener('click', choose);
    const measure = () => setHeight(Math.ceil(page.documentElement.getBoundingClientRect().height) + 2);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(page.documentElement);
    return () => {
      observer.disconnect();
      page.removeEventListener('click', choose);
    };
  }, [html, view, loads, onSelect]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn anew has lost its mark
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!page || !selected) return;
    const marked = page.querySelector<HTMLElement>(`.rb-${selected}, .rs-${selected}`);
    if (!marked) return;
    const colour = getComputedStyle(document.documentElement).getPropertyValue('--mantine-primary-color-6');
    marked.style.outline = `2px solid ${colour}`;
    marked.style.outlineOffset = '2px';
    return () => {
      marked.style.outline = '';
    };
  }, [selected, html, view, loads]);

  return (
    <iframe
      ref={frame}
      sandbox="allow-same-origin"
      src={apiPath('messages/preview-frame', { pictures: view === 'images' ? null : 'all' })}
      title={t('preview.title')}
      className={classes.canvas}
      style={{ height }}
      data-view={view}
      onLoad={() => setLoads((count) => count + 1)}
    />
  );
}

/** Dark mail programs follow a media query, which a frame cannot be told to match: it is made to hold. */
function asSeen(html: string, view: View): string {
  if (view === 'dark') return html.replace(/@media \(prefers-color-scheme:\s*dark\)/g, '@media all');
  // Of who looks at the panel in the dark: a preview of paper stays paper.
  return html.replace(/@media \(prefers-color-scheme:\s*dark\)/g, '@media not all');
}

function idAt(target: Element | null): string | null {
  for (let element = target; element; element = element.parentElement) {
    const name = [...element.classList].find((each) => /^r[bs]-[a-z0-9]+$/.test(each));
    if (name) return name.slice(3);
  }
  return null;
}

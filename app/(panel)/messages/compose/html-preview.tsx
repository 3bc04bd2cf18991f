'use client';

import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { apiPath } from '@/components/layout/api';
import { PicturesNotice } from '../pictures-notice';
import classes from './html-preview.module.css';
import { inPreview } from './in-preview';

const PAUSE_MS = 200;
const BORDERS = 2;

/** The HTML as its readers will see it, while it is written. Nothing in it can run: the frame has no scripts and a policy of its own. */
export function HtmlPreview({ html, files }: { html: string; files: File[] }) {
  const t = useTranslations('messages');
  const frame = useRef<HTMLIFrameElement>(null);
  const [width, setWidth] = useState('wide');
  const [all, setAll] = useState(false);
  const [loads, setLoads] = useState(0);
  const [height, setHeight] = useState(0);
  const [hasRemote, setHasRemote] = useState(false);
  const [settled] = useDebouncedValue(html, PAUSE_MS);

  useEffect(() => {
    const page = frame.current?.contentDocument;
    const view = page?.defaultView as (Window & typeof globalThis) | null | undefined;
    if (!page || !view || loads === 0) return;
    const { document, remote, release } = inPreview(settled, files, all, new view.DOMParser());
    setHasRemote(remote);
    page.replaceChild(page.adoptNode(document.documentElement), page.documentElement);
    const stay = (event: Event) => event.preventDefault();
    page.addEventListener('click', stay);
    const measure = () => setHeight(Math.ceil(page.documentElement.getBoundingClientRect().height) + BORDERS);
    measure();
    // Pictures come later, and a narrower frame makes it longer.
    const observer = new ResizeObserver(measure);
    observer.observe(page.documentElement);
    return () => {
      observer.disconnect();
      page.removeEventListener('click', stay);
      release();
    };
  }, [settled, files, all, loads]);

  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500} component="h2">
          {t('content.preview')}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('compose.width')}
          value={width}
          onChange={setWidth}
          data={['wide', 'phone'].map((value) => ({ value, label: t(`compose.widths.${value}` as never) }))}
        />
      </Group>
      {hasRemote && <PicturesNotice shown={all} onShow={() => setAll(true)} />}
      <iframe
        ref={frame}
        // Our own page, so that it can be written to; without scripts, whatever is written.
        sandbox="allow-same-origin"
        src={apiPath('messages/preview-frame', { pictures: all ? 'all' : null })}
        title={t('compose.previewTitle')}
        className={classes.frame}
        style={{ height }}
        data-width={width}
        onLoad={() => setLoads((count) => count + 1)}
      />
    </Stack>
  );
}

'use client';

import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { formatBytes } from '@/components/layout/quantities';
import { Notice } from '@/components/table/notice';
import type { ImageView } from '@/lib/images/schema';
import { paths } from '@/lib/paths';

/** More takes a phone on mobile data seconds. */
const HEAVY_BYTES = 200 * 1024;

/** What whoever uploaded it should know: how large it is as it is served, and whether anybody can load it. */
export function ImageNotes({ image: { width, height, sizeBytes, reachable } }: { image: ImageView }) {
  const t = useTranslations('editor.image');
  const size = formatBytes(sizeBytes, useLocale());
  return (
    <>
      <Text size="xs" role="status">
        {t(sizeBytes > HEAVY_BYTES ? 'heavy' : 'stored', { width, height, size })}
      </Text>
      {!reachable && (
        <Notice tone="warn" p="xs">
          {t.rich('unreachable', {
            guide: (words) => (
              <Anchor
                component={Link}
                href={paths.guide('running', 'behind-a-proxy')}
                underline="always"
                inherit
              >
                {words}
              </Anchor>
            ),
          })}
        </Notice>
      )}
    </>
  );
}

'use client';

import { IconLock } from '@tabler/icons-react';
import { PageHeader } from '@/components/layout/page-header';
import { type Back, WayBack } from '@/components/layout/way-back';
import { Notice } from '@/components/table/notice';

type Props = { back: Back; title: string; reason: string };

/** For who may not see what is on it: why, and who could. */
export function LockedPage({ back, title, reason }: Props) {
  return (
    <>
      <PageHeader above={<WayBack {...back} />} title={title} />
      <Notice tone="quiet" icon={<IconLock aria-hidden />}>
        {reason}
      </Notice>
    </>
  );
}

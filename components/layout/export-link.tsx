'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useConfirmedVisit } from './use-confirmed-visit';

type Props = { href: string; children: ReactNode; keys?: string } & Pick<ButtonProps, 'size'>;

/** To a file of all that a list shows, for which who is signed in shows once more that it is they. */
export function ExportLink({ href, children, keys, size }: Props) {
  const visit = useConfirmedVisit();
  return (
    <Button
      component="a"
      href={href}
      download
      onClick={visit}
      variant="default"
      size={size}
      aria-keyshortcuts={keys}
      leftSection={<IconDownload size={size === 'xs' ? 14 : 16} aria-hidden />}
    >
      {children}
    </Button>
  );
}

'use client';

import { Button, type ButtonProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ReasonedButton } from './reasoned-button';

type Props = ButtonProps & { href: string; children: ReactNode; disabledReason?: string | null };

/** A link that looks like a button; when it leads nowhere for this person, it stays and says why. */
export function LinkButton({ href, children, disabledReason, ...props }: Props) {
  if (disabledReason)
    return (
      <ReasonedButton {...props} disabledReason={disabledReason}>
        {children}
      </ReasonedButton>
    );
  return (
    <Button component={Link} href={href} {...props}>
      {children}
    </Button>
  );
}

'use client';

import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = ButtonProps & {
  'aria-label'?: string;
  onClick?: () => void;
  children: ReactNode;
  /** Why it cannot be pressed now; null when it can. */
  disabledReason?: string | null;
};

/** A button that, when unavailable, stays visible and reachable and tells the reason: also by keyboard and to a screen reader. */
export function ReasonedButton({ disabledReason, onClick, children, ...props }: Props) {
  if (!disabledReason)
    return (
      <Button {...props} onClick={onClick}>
        {children}
      </Button>
    );
  return (
    <Tooltip
      label={disabledReason}
      withinPortal={false}
      events={{ hover: true, focus: true, touch: true }}
      multiline
      maw={280}
    >
      <Button {...props} data-disabled aria-disabled onClick={(event) => event.preventDefault()}>
        {children}
      </Button>
    </Tooltip>
  );
}

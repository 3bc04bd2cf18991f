'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/** Fetched ahead when somebody points at it, not because it is in sight: where there are many, few are opened. */
export function LikelyLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [likely, setLikely] = useState(false);
  const point = () => setLikely(true);
  return (
    <Link
      {...props}
      prefetch={likely ? 'auto' : false}
      onMouseEnter={point}
      onFocus={point}
      onTouchStart={point}
    />
  );
}

'use client';

import { Anchor, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

export type Back = { href: string; label: string };

/** To the list that a detail page belongs to, with the filters and columns it last had in this tab. */
export function WayBack({ href, label }: Back) {
  const [search, setSearch] = useState('');
  useEffect(() => setSearch(sessionStorage.getItem(keyOf(href)) ?? ''), [href]);
  return (
    <Anchor component={Link} href={href + search} size="sm" c="dimmed" display="inline-block" mb={6}>
      <Group component="span" gap={4} wrap="nowrap">
        <IconArrowLeft size={14} aria-hidden />
        {label}
      </Group>
    </Anchor>
  );
}

/** In the frame of every page: a list's filters are in its address, which is gone once a detail page is open. */
export function RememberSearch() {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  useEffect(() => sessionStorage.setItem(keyOf(pathname), search && `?${search}`), [pathname, search]);
  return null;
}

const keyOf = (pathname: string) => `relevo-search:${pathname}`;

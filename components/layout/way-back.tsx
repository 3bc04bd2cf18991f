'use client';

import { Anchor, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type MouseEvent, useEffect, useState } from 'react';

export type Back = { href: string; label: string };

/** To the list that a detail page belongs to, with the filters and columns it last had in this tab; straight from it, where one stood in it. */
export function WayBack({ href, label }: Back) {
  const [search, setSearch] = useState('');
  const router = useRouter();
  useEffect(() => setSearch(sessionStorage.getItem(keyOf(href)) ?? ''), [href]);
  const address = href + search;
  // The browser knows how far down one was.
  const goBack = (event: MouseEvent) => {
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || sessionStorage.getItem(BEFORE) !== address) return;
    event.preventDefault();
    router.back();
  };
  return (
    <Anchor
      component={Link}
      href={address}
      onClick={goBack}
      size="sm"
      c="dimmed"
      display="inline-block"
      mb={6}
    >
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
  const params = useSearchParams().toString();
  const search = params && `?${params}`;
  useEffect(() => {
    sessionStorage.setItem(keyOf(pathname), search);
    const last = sessionStorage.getItem(HERE);
    if (last !== null && last !== pathname + search) sessionStorage.setItem(BEFORE, last);
    sessionStorage.setItem(HERE, pathname + search);
  }, [pathname, search]);
  return null;
}

const keyOf = (pathname: string) => `relevo-search:${pathname}`;
const HERE = 'relevo-here';
const BEFORE = 'relevo-before';

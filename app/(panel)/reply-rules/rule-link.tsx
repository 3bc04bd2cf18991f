'use client';

import { Anchor } from '@mantine/core';
import Link from 'next/link';
import { paths } from '@/lib/paths';

/** To where it stands among the others; of one that was deleted to where it would. */
export function RuleLink({ rule: { id, name } }: { rule: { id: string; name: string } }) {
  return (
    <Anchor component={Link} href={`${paths.replyRules()}#${id}`} inherit underline="always">
      {name}
    </Anchor>
  );
}

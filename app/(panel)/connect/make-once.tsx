import { Group, Stack } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import { Notice } from '@/components/table/notice';

type Props = {
  title: string;
  lead: string;
  /** That it is shown this once. */
  warning: string;
  /** What was made, by what it is called. */
  made: [label: string, text: string][] | undefined;
  /** What makes it. */
  children: ReactNode;
};

/** A secret that is made by a press, and shown until the page is left. */
export function MakeOnce({ title, lead, warning, made, children }: Props) {
  return (
    <SectionCard title={title} lead={lead}>
      {made ? (
        <Stack>
          <Notice tone="warn" icon={<IconEyeOff aria-hidden />}>
            {warning}
          </Notice>
          {made.map(([label, text]) => (
            <CopyableText key={label} label={label} text={text} />
          ))}
        </Stack>
      ) : (
        <Group>{children}</Group>
      )}
    </SectionCard>
  );
}

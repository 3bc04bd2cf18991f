'use client';

import { type ComponentProps, type ReactNode, useState } from 'react';
import { OnceOpened } from '@/components/layout/once-opened';
import { ReasonedButton } from './reasoned-button';

type Props = Omit<ComponentProps<typeof ReasonedButton>, 'onClick'> & {
  /** What it opens; fetched when it is pressed first. */
  window: (props: { opened: boolean; onClose: () => void }) => ReactNode;
};

/** A button with the window that it opens, for a place that outlasts it: what an empty list offers goes away with the first that is added. */
export function WindowButton({ window, ...button }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <ReasonedButton {...button} onClick={() => setOpened(true)} />
      <OnceOpened opened={opened}>{window({ opened, onClose: () => setOpened(false) })}</OnceOpened>
    </>
  );
}

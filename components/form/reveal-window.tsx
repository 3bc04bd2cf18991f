'use client';

import { type ReactNode, useState } from 'react';
import { FormWindow } from './form-window';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** Once the secret is shown. */
  revealTitle: string;
  closeLabel?: string;
  form: (onMade: (secret: string) => void) => ReactNode;
  reveal: (secret: string, onDone: () => void) => ReactNode;
};

/** A form, then the secret that came of it: it is shown this once, so a click beside the window does not close it. */
export function RevealWindow({ opened, onClose, title, revealTitle, closeLabel, form, reveal }: Props) {
  const [secret, setSecret] = useState<string>();
  const close = () => {
    onClose();
    setSecret(undefined);
  };
  return (
    <FormWindow
      opened={opened}
      onClose={close}
      title={secret ? revealTitle : title}
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
      {...(closeLabel && { closeButtonProps: { 'aria-label': closeLabel } })}
    >
      {secret ? reveal(secret, close) : opened && form(setSecret)}
    </FormWindow>
  );
}

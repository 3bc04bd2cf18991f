import type { ReactNode } from 'react';

export type Question = {
  title: string;
  body: ReactNode;
  /** Each button says what it does: "Cancel the message" and "Keep it", never "OK" and "Cancel". */
  confirmLabel: string;
  keepLabel: string;
  danger?: boolean;
};

import type { ComponentType, ReactNode } from 'react';
import type { Tone } from '../tones';
import classes from './state-badge.module.css';

type Props = {
  tone: Tone;
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  children: ReactNode;
};

/** A state in words with an icon: the colour only repeats what both say. */
export function StateBadge({ tone, icon: Icon, children }: Props) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {children}
    </span>
  );
}

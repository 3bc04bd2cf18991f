import type { ComponentType } from 'react';
import type { Tone } from '@/components/tones';
import classes from './state-badge.module.css';

type Props = { tone: Tone; icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }> };

/** A state as an icon alone, beside words that say the same. */
export function StateMark({ tone, icon: Icon }: Props) {
  return (
    <span className={classes.mark} data-tone={tone}>
      <Icon size={14} aria-hidden />
    </span>
  );
}

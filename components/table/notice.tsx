import { Alert, type AlertProps } from '@mantine/core';
import type { Tone } from '../tones';
import classes from './state-badge.module.css';

type Props = Omit<AlertProps, 'color' | 'variant'> & { tone: Tone };

/** A message in the page, in the same tones as the state badges: calm, and legible in both themes. */
export function Notice({ tone, ...props }: Props) {
  return <Alert {...props} className={classes.notice} data-tone={tone} />;
}

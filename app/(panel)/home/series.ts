import { STATE_TONES } from '../messages/state-tones';

/** What the bars are made of, from the axis up, in the colours of the states. */
export const SERIES = (['sent', 'captured', 'failed', 'parked'] as const).map((key) => ({
  key,
  color: `var(--relevo-${STATE_TONES[key]})`,
}));

import type { Tone } from '@/components/tones';
import type { SourceKind } from '@/lib/domains/reports/schema';

/** In the order in which they are stacked: what is one's own at the bottom. */
export const KINDS: { kind: SourceKind; tone: Tone }[] = [
  { kind: 'own', tone: 'good' },
  { kind: 'provider', tone: 'kept' },
  { kind: 'forwarder', tone: 'busy' },
  { kind: 'service', tone: 'warn' },
  { kind: 'stranger', tone: 'bad' },
  { kind: 'unknown', tone: 'quiet' },
];

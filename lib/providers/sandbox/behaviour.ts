import type { RecipientOutcome } from '@/lib/channels/results';

export type Behaviour = 'accept' | 'bounce' | 'throttle' | 'timeout' | 'down' | 'slow' | 'quota';

const BY_WORD: Record<string, Behaviour> = {
  bounce: 'bounce',
  throttle: 'throttle',
  timeout: 'timeout',
  down: 'down',
  slow: 'slow',
};

/** What the sandbox does with an address that plays this word: a provider-wide behaviour wins; `down+NAME` fails only at the provider called NAME. */
export function behaviourOf(
  played: string | null,
  provider: 'address' | 'down' | 'slow' | 'quota',
  providerName: string,
): Behaviour {
  if (provider !== 'address') return provider;
  const [word = '', target] = (played ?? '').toLowerCase().split('+');
  if (target !== undefined && target !== providerName.toLowerCase()) return 'accept';
  return BY_WORD[word] ?? 'accept';
}

const THROTTLE_RETRY_MS = 60_000;

/** `stopped`: the caller gave up before anything was kept. */
export function outcomeOf(address: string, behaviour: Behaviour | 'stopped'): RecipientOutcome {
  switch (behaviour) {
    case 'bounce':
      return refused(address, 'recipient', true, '550', '550 5.1.1 The address does not exist');
    case 'throttle':
      return {
        ...refused(address, 'recipient', false, '451', '451 4.7.1 Greylisted, try again in 60 seconds'),
        retryAfterMs: THROTTLE_RETRY_MS,
      };
    case 'timeout':
      return {
        address,
        outcome: 'unknown',
        code: 'ETIMEDOUT',
        reply: 'No answer after the message was sent',
      };
    case 'down':
      return refused(address, 'provider', false, 'ECONNREFUSED', 'The provider refuses connections');
    case 'stopped':
      return refused(address, 'provider', false, 'ETIMEDOUT', 'Stopped before it was sent');
    case 'quota':
      return { ...refused(address, 'provider', false, '452', '452 4.5.3 Daily limit exceeded'), quota: true };
    default:
      return { address, outcome: 'captured', code: '250', reply: '250 2.0.0 Captured by the sandbox' };
  }
}

function refused(
  address: string,
  fault: 'recipient' | 'provider',
  permanent: boolean,
  code: string,
  reply: string,
): RecipientOutcome {
  return { address, outcome: 'refused', fault, permanent, code, reply };
}

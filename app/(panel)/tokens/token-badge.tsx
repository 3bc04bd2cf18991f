'use client';

import { useTranslations } from 'next-intl';
import { StateBadge } from '@/components/table/state-badge';
import type { TokenView } from '@/lib/tokens/schema';
import { stateOf, TOKEN_STATES } from './token-state';

export function TokenBadge({ token }: { token: TokenView }) {
  const t = useTranslations('tokens.states');
  const state = stateOf(token, Date.now());
  const { tone, icon } = TOKEN_STATES[state];
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(state)}
    </StateBadge>
  );
}

import type { ProviderView } from '@/lib/providers/schema';

/** What every part of the page of one provider is given. */
export type DetailProps = { provider: ProviderView };

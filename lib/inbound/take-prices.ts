import { applyPrices } from '@/lib/delivery/late-prices';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { cachedProviders } from '@/lib/providers/cache';
import { currentSettings } from '@/lib/settings/current';

/** A carrier may take a day to say what it charges. */
const BACK_MS = 26 * 3_600_000;
const AT_ONCE = 500;

/** Asks providers that tell prices afterwards, each for the last day; what is in another currency is not converted. @returns how many changed */
export async function takePrices(now = Date.now()): Promise<number> {
  const { currency } = (await currentSettings()).general;
  let changed = 0;
  for (const { adapter, config, row, problem } of await cachedProviders()) {
    if (!adapter.prices || !row.active || problem) continue;
    try {
      const told = await adapter.prices(config, new Date(now - BACK_MS));
      const ours = told.filter((price) => price.currency === currency);
      for (let at = 0; at < ours.length; at += AT_ONCE)
        changed += await applyPrices(row.id, ours.slice(at, at + AT_ONCE));
    } catch (error) {
      log.warn('a provider did not say what its messages cost', {
        providerId: row.id,
        error: errorMessage(error).slice(0, 300),
      });
    }
  }
  return changed;
}

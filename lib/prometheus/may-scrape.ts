import { barrierOf } from '@/lib/settings/address-rules';
import { currentSettings } from '@/lib/settings/current';

/** Without a token only where addresses are named for it; those that are kept from the API are kept from this, too. */
export async function mayScrape(address: string | null): Promise<boolean> {
  const { metricsAllow, apiDeny } = (await currentSettings()).security;
  return metricsAllow.length > 0 && barrierOf({ allow: metricsAllow, deny: apiDeny }, address) === null;
}

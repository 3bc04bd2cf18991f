import { forgetCompanies } from '@/lib/companies/cache';
import { forgetSigners } from '@/lib/dkim/signers';
import { forgetTypes } from '@/lib/notifications/types/prepared';
import { forgetProviders } from '@/lib/providers/cache';
import { forgetSettings } from '@/lib/settings/current';
import { forgetPublished } from '@/lib/templates/find-published';

/** What this process knew may be of before. */
export function forgetAll(): void {
  for (const forget of [
    forgetSettings,
    forgetCompanies,
    forgetProviders,
    forgetTypes,
    forgetPublished,
    forgetSigners,
  ])
    forget();
}

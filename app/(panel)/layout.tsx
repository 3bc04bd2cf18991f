import type { ReactNode } from 'react';
import { requireUser } from '@/app/session';
import { CurrencyProvider } from '@/components/layout/money';
import { Shell } from '@/components/layout/shell';
import { currentSettings } from '@/lib/settings/current';
import { signOutAction, updatePreferencesAction } from './actions';
import { ConfirmSelf } from './confirm-self';
import { updateProviderAction } from './providers/actions';
import { settingPlaces } from './settings/sections';

export default async function PanelLayout({ children }: { children: ReactNode }) {
  const { id, name, email, role, mode, companyId, companyIds } = await requireUser();
  const { general } = await currentSettings();
  return (
    <ConfirmSelf email={email}>
      <Shell
        user={{ id, name, email, role, mode, companyId, companyIds }}
        savePreferences={updatePreferencesAction}
        signOut={signOutAction}
        pauseProvider={updateProviderAction}
        settings={settingPlaces()}
      >
        <CurrencyProvider currency={general.currency}>{children}</CurrencyProvider>
      </Shell>
    </ConfirmSelf>
  );
}

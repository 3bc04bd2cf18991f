import type { ReactNode } from 'react';
import { requireUser } from '@/app/session';
import { CurrencyProvider } from '@/components/layout/money';
import { Shell } from '@/components/layout/shell';
import { currentSettings } from '@/lib/settings/current';
import { signOutAction, updatePreferencesAction } from './actions';
import { updateProviderAction } from './providers/actions';
import { settingPlaces } from './settings/sections';

export default async function PanelLayout({ children }: { children: ReactNode }) {
  const { id, name, email, role, mode, companyId, companyIds } = await requireUser();
  const { general } = await currentSettings();
  return (
    <Shell
      user={{ id, name, email, role, mode, companyId, companyIds }}
      savePreferences={updatePreferencesAction}
      signOut={signOutAction}
      pauseProvider={updateProviderAction}
      settings={settingPlaces()}
    >
      <CurrencyProvider currency={general.currency}>{children}</CurrencyProvider>
    </Shell>
  );
}

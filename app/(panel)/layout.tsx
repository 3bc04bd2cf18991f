import type { ReactNode } from 'react';
import { requireUser } from '@/app/session';
import { CurrencyProvider } from '@/components/layout/money';
import { Shell } from '@/components/layout/shell';
import { currentSettings } from '@/lib/settings/current';
import { signOutAction, updatePreferencesAction } from './actions';

export default async function PanelLayout({ children }: { children: ReactNode }) {
  const { name, email, mode, companyId } = await requireUser();
  const { general } = await currentSettings();
  return (
    <Shell
      user={{ name, email, mode, companyId }}
      savePreferences={updatePreferencesAction}
      signOut={signOutAction}
    >
      <CurrencyProvider currency={general.currency}>{children}</CurrencyProvider>
    </Shell>
  );
}

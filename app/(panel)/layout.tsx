import type { ReactNode } from 'react';
import { requireUser } from '@/app/session';
import { Shell } from '@/components/layout/shell';
import { signOutAction, updatePreferencesAction } from './actions';

export default async function PanelLayout({ children }: { children: ReactNode }) {
  const { name, email, mode } = await requireUser();
  return (
    <Shell user={{ name, email, mode }} savePreferences={updatePreferencesAction} signOut={signOutAction}>
      {children}
    </Shell>
  );
}

'use client';

import { onlineManager } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { paths } from '@/lib/paths';
import { useLeave } from './leave';
import type { Language, SavePreferences, SignOut } from './preferences';
import { useAction } from './use-action';

/** Language and sign-out, for the user menu and the palette. */
export function useSessionActions(actions: { savePreferences: SavePreferences; signOut: SignOut }) {
  const router = useRouter();
  const mayLeave = useLeave();
  const language = useAction(actions.savePreferences, { onSuccess: () => router.refresh() });
  // A full load, so that nothing of this person stays in memory.
  const leave = useAction(actions.signOut, { onSuccess: () => window.location.assign(paths.signIn()) });

  async function signOut(): Promise<void> {
    if (!(await mayLeave())) return;
    // The polls would otherwise hear "unauthorized" in the moment before the page is gone.
    onlineManager.setOnline(false);
    const result = await leave.run({});
    if (!result.ok) onlineManager.setOnline(true);
  }

  return { setLanguage: (value: Language) => language.run({ language: value }), signOut };
}

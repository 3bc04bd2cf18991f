'use client';

import { useRouter } from 'next/navigation';
import type { Language, SavePreferences, SignOut } from './preferences';
import { useAction } from './use-action';

/** Language and sign-out, for the user menu and the palette. */
export function useSessionActions(actions: { savePreferences: SavePreferences; signOut: SignOut }) {
  const router = useRouter();
  const language = useAction(actions.savePreferences, { onSuccess: () => router.refresh() });
  // A full load, so that nothing of this person stays in memory.
  const leave = useAction(actions.signOut, { onSuccess: () => window.location.assign('/sign-in') });
  return {
    setLanguage: (value: Language) => language.run({ language: value }),
    signOut: () => leave.run({}),
  };
}

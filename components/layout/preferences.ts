import type { Result } from './use-action';

export type Language = 'en' | 'es';
export type Preferences = {
  name?: string;
  language?: Language;
  mode?: 'admin' | 'technical';
  companyId?: string | null;
};

/** The server action that keeps them, handed down by the page: components know no actions. */
export type SavePreferences = (input: Preferences) => Promise<Result<unknown>>;
export type SignOut = (input: Record<string, never>) => Promise<Result<unknown>>;

/** Stops a provider, or lets it go on. */
export type PauseProvider = (input: { id: string; active: boolean }) => Promise<Result<unknown>>;
/** Where a setting stands, for who looks for it by name. */
export type SettingPlace = { path: string; tab: string; technical: boolean };

/** Each language in its own words. */
export const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
];

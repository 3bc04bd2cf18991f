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

/** Each language in its own words. */
export const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
];

/** What an adapter works with: one provider, its settings parsed, its active secrets opened. */
export type ProviderConfig<Settings = Record<string, unknown>, Secrets = Record<string, string>> = {
  id: string;
  name: string;
  /** Grows with every change; connections of an older version are closed. */
  version: number;
  settings: Settings;
  secrets: Partial<Secrets>;
};

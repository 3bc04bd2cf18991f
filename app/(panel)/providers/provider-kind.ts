import type { JsonSchema } from '@/components/form/schema-model';
import type { Targets } from '@/lib/providers/keys/targets';
import type { ProviderInput } from '@/lib/providers/schema';

/** One entry of `GET /api/v1/provider-kinds`. */
export type ProviderKindView = {
  kind: string;
  channel: string;
  label: string;
  presets: PresetView[];
  settings: JsonSchema;
  secrets: JsonSchema;
  targets: Targets;
};

export type PresetView = {
  name: string;
  label: string;
  settings: Record<string, unknown>;
  /** Where the provider explains how to get credentials. */
  help?: string;
  /** Where its keys are made. */
  keysUrl?: string;
  /** What an ordinary account may send. */
  limits?: ProviderInput['limits'];
  /** Where limits and connections are documented, and when that was read. */
  source?: { url: string; checked: string | null };
  /** Whose sign-in the mailbox takes in place of a password. */
  oauth?: 'google' | 'microsoft';
};

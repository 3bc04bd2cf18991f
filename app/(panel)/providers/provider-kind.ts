import type { JsonSchema } from '@/components/form/schema-model';

/** One entry of `GET /api/v1/provider-kinds`. */
export type ProviderKindView = {
  kind: string;
  channel: string;
  label: string;
  presets: PresetView[];
  settings: JsonSchema;
  secrets: JsonSchema;
};

export type PresetView = {
  name: string;
  label: string;
  settings: Record<string, unknown>;
  /** The provider's own page, where keys are made or explained. */
  help?: string;
};

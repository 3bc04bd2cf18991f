import type { JsonSchema } from '@/components/form/schema-model';
import type { Reads } from '@/components/layout/api';

type Kind = Reads['provider-kinds']['answer']['data'][number];

/** One entry of `GET /api/v1/provider-kinds`. */
export type ProviderKindView = Omit<Kind, 'settings' | 'secrets' | 'carries'> & {
  settings: JsonSchema;
  secrets: JsonSchema;
};
export type PresetView = Kind['presets'][number];

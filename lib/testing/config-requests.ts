import { DEFAULT_SETTINGS, type SettingsPatch } from '@/lib/settings/schema';

export const CONFIG_REQUESTS = {
  'GET /api/v1/config': { query: { format: 'yaml' } },
  'PUT /api/v1/config': {
    query: { dryRun: 'true', prune: 'false', deletes: '0' },
    body: { relevo: 1, settings: DEFAULT_SETTINGS },
  },
  'PATCH /api/v1/settings': { body: DEFAULT_SETTINGS satisfies SettingsPatch },
};

import { DEFAULT_SETTINGS, type SettingsPatch } from '@/lib/settings/schema';

export const CONFIG_REQUESTS = {
  'GET /api/v1/config': {
    query: { format: 'yaml', section: 'companies', name: 'clinic', company: 'clinic' },
  },
  'GET /api/v1/config/schema': { query: { language: 'es' } },
  'PUT /api/v1/config': {
    query: { dryRun: 'true', prune: 'false', deletes: '0', expectVersion: '1', base: '1' },
    body: { relevo: 1, settings: DEFAULT_SETTINGS },
  },
  'GET /api/v1/config/versions': { query: { limit: '10', cursor: '3' } },
  'GET /api/v1/config/versions/[number]': { params: { number: '1' }, query: { against: '1' } },
  'GET /api/v1/config/versions/[number]/document': { params: { number: '1' }, query: { format: 'yaml' } },
  'POST /api/v1/config/versions/[number]/restore': {
    params: { number: '1' },
    body: { dryRun: true, expectVersion: 1, only: { section: 'settings', company: null, name: '' } },
  },
  'GET /api/v1/logs': {
    query: { level: 'warn', process: 'web', q: 'database', minutes: '60', limit: '100' },
  },
  'PUT /api/v1/logs/level': { body: { level: 'debug', minutes: 15 } },
  'PATCH /api/v1/settings': { body: DEFAULT_SETTINGS satisfies SettingsPatch },
};

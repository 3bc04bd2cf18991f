import { applyConfiguration } from '@/lib/configuration/apply';
import { readComments } from '@/lib/configuration/comments/keep';
import { ConfigurationDocument } from '@/lib/configuration/document';
import { exportConfiguration, partOf, toYaml } from '@/lib/configuration/export';
import { ApplyQuery, ExportQuery } from '@/lib/configuration/input-schema';
import { yamlFile } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';

const MAX_BYTES = 4 * 1024 * 1024;

/** Addresses of webhooks may have a secret in them. */
export const GET = handle(
  { scope: 'config:read', query: ExportQuery, confirm: true },
  async (ctx, { query }) => {
    const document = await exportConfiguration(ctx, partOf(query));
    return query.format === 'yaml' ? yamlFile('relevo', toYaml(document, await readComments())) : document;
  },
);

export const PUT = handle(
  {
    scope: 'config:write',
    query: ApplyQuery,
    body: ConfigurationDocument,
    maxBodyBytes: MAX_BYTES,
    maxBodyValues: 100_000,
  },
  (ctx, { body, query: { dryRun, prune, ...query } }) =>
    applyConfiguration(ctx, body, { ...query, dryRun: dryRun === 'true', prune: prune === 'true' }),
);

import { toYaml } from '@/lib/configuration/export';
import { VersionDocumentQuery } from '@/lib/configuration/input-schema';
import { getVersionDocument } from '@/lib/configuration/versions/get';
import { numberOf } from '@/lib/configuration/versions/schema';
import { yamlFile } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';

/** Addresses of webhooks may have a secret in them. */
export const GET = handle(
  { scope: 'config:read', query: VersionDocumentQuery, confirm: true },
  async (ctx, { params, query }) => {
    const number = numberOf(params.number!);
    const document = await getVersionDocument(ctx, { number });
    return query.format === 'yaml' ? yamlFile(`relevo-version-${number}`, toYaml(document)) : document;
  },
);

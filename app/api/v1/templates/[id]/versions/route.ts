import { handle } from '@/lib/http/handle';
import { listVersions } from '@/lib/templates/get';
import { saveVersion } from '@/lib/templates/save-version';
import { VersionInput } from '@/lib/templates/schema';

export const GET = handle({ scope: 'templates:read' }, (ctx, { params }) =>
  listVersions(ctx, { id: params.id! }),
);

export const POST = handle(
  { scope: 'templates:write', body: VersionInput, status: 201, maxBodyBytes: 8 * 1024 * 1024 },
  (ctx, { params, body }) => saveVersion(ctx, { ...body, id: params.id! }),
);

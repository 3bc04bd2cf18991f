import { notFound } from '@/lib/errors';
import { handle } from '@/lib/http/handle';
import { getVersion } from '@/lib/templates/get';

export const GET = handle({ scope: 'templates:read' }, (ctx, { params }) => {
  const number = /^\d{1,6}$/.test(params.number!) ? Number(params.number) : 0;
  if (number === 0) throw notFound('version', params.number!);
  return getVersion(ctx, { id: params.id!, number });
});

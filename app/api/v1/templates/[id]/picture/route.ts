import { untrustedHtml } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { pictureOf } from '@/lib/templates/picture';
import { PictureQuery } from '@/lib/templates/schema';

export const GET = handle({ scope: 'templates:read', query: PictureQuery }, async (ctx, { params, query }) =>
  untrustedHtml(new Blob([await pictureOf(ctx, { ...query, id: params.id! })]).stream(), {
    remotePictures: true,
  }),
);

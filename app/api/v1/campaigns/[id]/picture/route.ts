import { pictureOfClicks } from '@/lib/campaigns/picture';
import { untrustedHtml } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';

export const GET = handle({ scope: 'campaigns:read' }, async (ctx, { params }) =>
  untrustedHtml(new Blob([await pictureOfClicks(ctx, { id: params.id! })]).stream(), {
    remotePictures: true,
  }),
);

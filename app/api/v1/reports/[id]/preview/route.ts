import { untrustedHtml } from '@/lib/http/download';
import { handle } from '@/lib/http/handle';
import { previewReport } from '@/lib/reports/send';

export const GET = handle({ scope: 'metrics:read' }, async (ctx, { params }) => {
  const html = await previewReport(ctx, { id: params.id! });
  return untrustedHtml(new Blob([html]).stream(), { remotePictures: false });
});

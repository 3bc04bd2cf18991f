import { negotiateLocale } from '@/lib/i18n/locales';
import { errorsPage } from '@/lib/openapi/explain-errors';

/** What the `type` of a problem leads to. Nothing in it is of this system: it needs no token. */
export function GET(request: Request): Response {
  return errorsPage(negotiateLocale(request.headers.get('accept-language')));
}

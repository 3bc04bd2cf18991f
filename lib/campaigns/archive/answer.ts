import { networkOf } from '@/lib/auth/network';
import { cachedCompanies } from '@/lib/companies/cache';
import { AppError } from '@/lib/errors';
import { clientAddress } from '@/lib/http/client-address';
import { publicHtml } from '@/lib/http/download';
import { type Locale, negotiateLocale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { isUuid } from '@/lib/ids';
import { readList } from '@/lib/lists/rows';
import { log } from '@/lib/log';
import { publicAddress } from '@/lib/tracking/public-address';
import { Throttle } from '@/lib/tracking/throttle';
import { visitorPage } from '@/lib/tracking/visitor-page';
import { renderNeutral } from '../neutral';
import { readCampaign } from '../rows';
import { archiveUrl, SHARED } from './addresses';
import { publishedCampaigns } from './published-campaigns';
import { rssOf } from './rss';

/** Of one network: each is drawn when it is asked for. */
const ofOneNetwork = new Throttle({ most: 120, withinMs: 60_000 });

/** A mail that was published, for anybody: in the language of who reads it where it has several. */
export function answerArchived(request: Request, id: string): Promise<Response> {
  return guarded(request, async (locale) => {
    const row = await readCampaign({ companyId: null }, id).catch(() => null);
    if (!row?.archived) return none(locale);
    const { html, language } = await renderNeutral(row, { wanted: languageOf(request) });
    return publicHtml(html, language);
  });
}

/** What of a company, or to a list, was published last. */
export function answerFeed(request: Request, of: string): Promise<Response> {
  return guarded(request, async (locale) => {
    const address = publicAddress();
    const title = await titleOf(of, locale);
    if (address === null || title === null) return none(locale);
    const rows = await publishedCampaigns(of);
    const drawn = await Promise.all(
      rows.map(async (row) => {
        const mail = await renderNeutral(row, { wanted: languageOf(request) }).catch(() => null);
        const at = row.startedAt ?? row.createdAt;
        return mail && { title: mail.subject, about: row.preheader, url: archiveUrl(address, row.id), at };
      }),
    );
    const t = translator(locale);
    const about = t('campaigns.archive.feedAbout', { title });
    const items = drawn.filter((one) => one !== null);
    return new Response(rssOf({ title, about, language: locale, url: `${address}/api/a/rss/${of}`, items }), {
      headers: {
        'content-type': 'application/rss+xml; charset=utf-8',
        'content-security-policy': `sandbox; default-src 'none'`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=300',
        vary: 'accept-language',
      },
    });
  });
}

async function guarded(request: Request, work: (locale: Locale) => Promise<Response>): Promise<Response> {
  const locale = negotiateLocale(request.headers.get('accept-language'));
  if (!ofOneNetwork.admit(networkOf(clientAddress(request.headers))))
    return visitorPage(locale, { name: 'tooMany', status: 429 });
  try {
    return await work(locale);
  } catch (error) {
    // Its template is gone.
    if (error instanceof AppError) return none(locale);
    log.error('what was published could not be shown', { error });
    return visitorPage(locale, { name: 'later', status: 503 });
  }
}

const none = (locale: Locale) => visitorPage(locale, { name: 'noLink', status: 404 });

/** The first that is asked for; whether there is one such is for the template to say. */
function languageOf(request: Request): string | undefined {
  const asked = new URL(request.url).searchParams.get('language');
  const tag = asked ?? request.headers.get('accept-language')?.split(/[,;]/)[0]?.trim();
  return tag && /^[A-Za-z-]{2,20}$/.test(tag) ? tag : undefined;
}

async function titleOf(of: string, locale: Locale): Promise<string | null> {
  if (of === SHARED) return translator(locale)('campaigns.archive.shared');
  if (!isUuid(of)) return null;
  const company = (await cachedCompanies()).get(of);
  if (company) return company.name;
  return (await readList({ companyId: null }, of).catch(() => null))?.title ?? null;
}

import { listSections } from '@/lib/help/sections';
import { LOCALES, type Locale } from '@/lib/i18n/locales';

/** The guides in pieces, for the panel's search: made with the build, and the same for everybody. */
export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.map((language) => ({ language }));
}

export async function GET(_: Request, { params }: { params: Promise<{ language: Locale }> }) {
  return Response.json(listSections((await params).language));
}

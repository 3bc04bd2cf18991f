import { notFound } from 'next/navigation';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { isGuideName } from '@/lib/help/guides';
import { fileOf, readGuide } from '@/lib/help/read';
import { GuideScreen } from './guide-screen';
import { GuideText } from './guide-text';

type Props = { params: Promise<{ guide: string }> };

export async function generateMetadata({ params }: Props) {
  const { language } = await requireUser();
  const { guide } = await pathParams(params);
  return { title: isGuideName(guide) ? readGuide(guide, language).title : undefined };
}

export default async function GuidePage({ params }: Props) {
  const { language } = await requireUser();
  const { guide } = await pathParams(params);
  if (!isGuideName(guide)) notFound();
  const { title, headings, body } = readGuide(guide, language);
  return (
    <GuideScreen title={title} headings={headings}>
      <GuideText body={body} headings={headings} file={fileOf(guide, language)} language={language} />
    </GuideScreen>
  );
}

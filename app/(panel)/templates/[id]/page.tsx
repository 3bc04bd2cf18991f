import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { TemplateScreen } from './template-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('templates'))('one') };
}

export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <TemplateScreen id={id} />;
}

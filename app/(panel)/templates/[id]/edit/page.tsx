import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { EditScreen } from './edit-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('editor'))('title') };
}

export default async function EditTemplatePage({ params }: { params: Promise<{ id: string }> }) {
  const { email } = await requireUser();
  const { id } = await pathParams(params);
  return <EditScreen id={id} email={email} />;
}

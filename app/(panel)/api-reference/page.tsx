import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { apiDocument } from '@/app/api/document';
import { requireUser } from '@/app/session';
import { listOperations } from '@/lib/openapi/view';
import { ReferenceScreen } from './reference-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('api'))('title') };
}

export default async function ApiPage() {
  await requireUser();
  return <ReferenceScreen operations={listOperations(apiDocument().document)} />;
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { VersionScreen } from './version-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('configuration.versions'))('one') };
}

export default async function VersionPage({ params }: { params: Promise<{ number: string }> }) {
  await requireUser();
  const { number } = await pathParams(params);
  return <VersionScreen number={number} />;
}

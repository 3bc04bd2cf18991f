import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { ContactScreen } from './contact-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('contacts'))('one') };
}

export default async function ContactPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <ContactScreen id={id} />;
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForgottenForm } from './forgotten-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people.forgotten'))('title') };
}

export default function ForgottenPage() {
  return <ForgottenForm />;
}

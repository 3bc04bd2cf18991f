import { getTranslations } from 'next-intl/server';
import { apiDocument } from '@/app/api/document';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { publicUrl } from '@/lib/env';
import { findOperation } from '@/lib/openapi/view';
import { OperationScreen } from './operation-screen';

type Props = { params: Promise<{ operation: string }> };

export async function generateMetadata({ params }: Props) {
  const { operation } = await pathParams(params);
  const found = findOperation(apiDocument().document, operation);
  return { title: found?.summary ?? (await getTranslations('api'))('operation') };
}

export default async function OperationPage({ params }: Props) {
  await requireUser();
  const { operation } = await pathParams(params);
  const found = findOperation(apiDocument().document, operation);
  return <OperationScreen operation={found ?? null} baseUrl={publicUrl()} />;
}

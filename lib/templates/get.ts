import type { Context } from '@/lib/context';
import { isComponent } from './categories';
import { usesOfComponent } from './components/uses';
import { languagesOf, readTemplate, readVersion, textsOf, versionsOf } from './rows';
import { usersOf, usesOf } from './usage';
import { viewTemplate, viewVersion, viewVersionRow } from './view';
import type { TemplateView, VersionRow, VersionView } from './view-schema';

/** By id or key. @throws AppError not_found */
export async function getTemplate(ctx: Context, { id: ref }: { id: string }): Promise<TemplateView> {
  const row = await readTemplate(ctx, ref);
  const version = await readVersion(row, row.latest);
  const [texts, uses, usedBy, usedIn] = await Promise.all([
    textsOf([version.id]),
    usesOf([row.id]),
    usersOf(row.id),
    isComponent(row) ? usesOfComponent(ctx, row) : [],
  ]);
  const own = texts.get(version.id)!;
  return {
    ...(await viewTemplate(row, Object.keys(own), uses.get(row.id))),
    current: await viewVersion(row, version, own),
    usedBy,
    usedIn,
  };
}

/** All of them, newest first. @throws AppError not_found */
export async function listVersions(
  ctx: Context,
  { id: ref }: { id: string },
): Promise<{ data: VersionRow[] }> {
  const versions = await versionsOf(await readTemplate(ctx, ref));
  const languages = await languagesOf(versions.map(({ id }) => id));
  return { data: versions.map((version) => viewVersionRow(version, languages.get(version.id) ?? [])) };
}

/** @throws AppError not_found */
export async function getVersion(
  ctx: Context,
  { id: ref, number }: { id: string; number: number },
): Promise<VersionView> {
  const row = await readTemplate(ctx, ref);
  return viewVersion(row, await readVersion(row, number));
}

import type { StoredBrand } from '@/drizzle/schema/templates';
import { remember } from '@/lib/async/memory';
import { cachedCompanies } from '@/lib/companies/cache';
import { settingsFor } from '@/lib/companies/settings-for';
import { sha256 } from '@/lib/crypto/compare';
import { imageHost } from '@/lib/images/address';
import { withOwnImages } from '@/lib/images/with-own-images';

/** Calm, and dark enough for white words on it. */
const COLOR = '#1f4e79';

/** Whose mail it is, as its templates know it; null: of no company. Known for a second. */
export async function brandFor(companyId: string | null): Promise<StoredBrand> {
  const [{ timeZone, currency }, companies] = await Promise.all([settingsFor(companyId), cachedCompanies()]);
  const company = companyId === null ? undefined : companies.get(companyId);
  const { color, logo, website, address, footer, supportEmail, supportPhone } = company?.brand ?? {};
  return {
    name: company?.name ?? 'Relevo',
    color: color ?? COLOR,
    logo: logo ? await hostedLogo(logo) : null,
    website: website ?? null,
    address: address ?? null,
    supportEmail: supportEmail ?? company?.fromEmail ?? null,
    supportPhone: supportPhone ?? null,
    footer: footer ?? null,
    timeZone,
    currency,
  };
}

/** Kept for as long as it is written the same, and loaded from the same address. */
const logos = new Map<string, Promise<string>>();
remember(() => logos.clear());

/** A picture of ours is loaded from where this installation is reached today, as those in texts are. */
function hostedLogo(logo: string): Promise<string> {
  const key = `${imageHost()} ${logo}`;
  const found = logos.get(key) ?? withOwnImages(logo);
  if (logos.size >= 1_000) logos.clear();
  logos.set(key, found);
  found.catch(() => logos.delete(key));
  return found;
}

/** What a compiled text is kept by: another colour, another name or another address of its pictures makes another one. */
export function hashOf(brand: StoredBrand, own?: unknown): string {
  return sha256(JSON.stringify({ ...brand, own, images: imageHost() }))
    .toString('hex')
    .slice(0, 32);
}

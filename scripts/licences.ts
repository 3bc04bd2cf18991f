import { licencesOf } from './package-licences';

/** `npm run licences`: what is installed with Relevo, by licence. */
const byLicence = Map.groupBy(licencesOf(), ({ licence }) => licence);
for (const [licence, packages] of [...byLicence].toSorted(([a], [b]) => a.localeCompare(b)))
  console.log(`${licence}\n${packages.map(({ name, version }) => `  ${name} ${version}`).join('\n')}`);

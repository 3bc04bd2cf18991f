import { BEGIN, END, gz, type Sample, zip } from './sample';

const metadata = (org: string, id: string) =>
  `<report_metadata><org_name>${org}</org_name><email>dmarc@reporter.example</email><report_id>${id}</report_id><date_range><begin>${BEGIN}</begin><end>${END}</end></date_range></report_metadata>`;
const POLICY = '<policy_published><domain>clinic.example</domain><p>none</p></policy_published>';
const row = (address: string, count: number, dkim: string, spf: string, more = '') =>
  `<row><source_ip>${address}</source_ip><count>${count}</count><policy_evaluated><disposition>none</disposition><dkim>${dkim}</dkim><spf>${spf}</spf>${more}</policy_evaluated></row>`;
const FROM = '<identifiers><header_from>clinic.example</header_from></identifiers>';

/** Smaller makers, older and newer schemas. */
export const OTHER_MAKERS: Sample[] = [
  {
    maker: 'RFC 9990: namespace, generator, discovery_method, testing, np, disposition pass, an extension',
    of: 'RFC 9990 3.1 and appendix (draft-ietf-dmarc-aggregate-reporting)',
    file: gz(`<?xml version="1.0" encoding="UTF-8"?>
<feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0" xmlns:x="https://reporter.example/dmarc-extension">
<version>1.0</version><report_metadata><org_name>Sample Reporter</org_name><email>report_sender@reporter.example</email><extra_contact_info>...</extra_contact_info><report_id>3v98abbp8ya9n3va8yr8oa3ya@reporter.example</report_id><date_range><begin>${BEGIN}</begin><end>${END}</end></date_range><generator>Example DMARC Aggregate Reporter v1.2</generator></report_metadata>
<policy_published><domain>clinic.example</domain><p>quarantine</p><sp>none</sp><np>none</np><testing>y</testing><discovery_method>treewalk</discovery_method></policy_published>
<extension><x:first>1</x:first></extension>
<record><row><source_ip>192.0.2.123</source_ip><count>123</count><policy_evaluated><disposition>pass</disposition><dkim>pass</dkim><spf>fail</spf></policy_evaluated></row><identifiers><header_from>clinic.example</header_from><envelope_from>clinic.example</envelope_from></identifiers><auth_results><dkim><domain>clinic.example</domain><selector>abc123</selector><result>pass</result></dkim><spf><domain>clinic.example</domain><result>fail</result></spf></auth_results><x:note>text</x:note></record>
</feedback>`),
    expected: {
      reporter: 'Sample Reporter',
      reportId: '3v98abbp8ya9n3va8yr8oa3ya@reporter.example',
      messages: 123,
      passed: 123,
      policy: { policy: 'quarantine', subdomains: 'none', testing: true },
      first: { disposition: 'none', spfResult: 'fail', spfDomain: 'clinic.example' },
    },
  },
  {
    maker: 'a prefix on every element',
    of: 'Namespaces in XML 1.0: a prefix is anybody’s choice; seen at GMX and web.de',
    file: zip({
      name: 'report.xml',
      content: Buffer.from(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${`<feedback xmlns="http://dmarc.org/dmarc-xml/0.1">${metadata('1und1 Mail und Media', '16dbd1e2')}${POLICY}<record>${row('192.0.2.7', 5, 'pass', 'pass')}${FROM}<auth_results><dkim><domain>clinic.example</domain><result>pass</result></dkim><spf><domain>clinic.example</domain><result>pass</result></spf></auth_results></record></feedback>`.replaceAll(/<(\/?)(?=[a-z])/g, '<$1ns2:').replace('xmlns=', 'xmlns:ns2=')}`,
      ),
    }),
    expected: { reporter: '1und1 Mail und Media', reportId: '16dbd1e2', messages: 5, passed: 5 },
  },
  {
    maker:
      'OpenDMARC: an id with a colon, spf before dkim, results split that were judged alike, a reason with a comment',
    of: 'opendmarc-reports; RFC 7489 7.2.1.2',
    file: Buffer.from(
      `<?xml version="1.0"?>\n<feedback>${metadata('mx.school.example', 'mx.school.example:1764000000')}<policy_published><domain>clinic.example</domain><adkim>r</adkim><aspf>r</aspf><p>none</p><sp>none</sp><pct>100</pct></policy_published>${`<record>${row('192.0.2.7', 1, 'pass', 'fail', '<reason><type>other</type><comment>x</comment></reason>')}${FROM}<auth_results><spf><domain>clinic.example</domain><result>permerror</result></spf><dkim><domain>clinic.example</domain><result>pass</result></dkim></auth_results></record>`.repeat(3)}</feedback>`,
    ),
    expected: {
      reporter: 'mx.school.example',
      reportId: 'mx.school.example:1764000000',
      messages: 3,
      passed: 3,
      rows: 1,
      first: { messages: 3, override: 'other', spfResult: 'permerror' },
    },
  },
  {
    maker: 'Mail::DMARC: errors in the metadata, an SPF result by name of RFC 4408, a sub-domain',
    of: 'RFC 7489 appendix C: error maxOccurs unbounded; RFC 4408 2.5 (`unknown`, `error`)',
    file: gz(
      `<?xml version="1.0"?><feedback><version>1.0</version>${metadata('The Perl Workshop', '42').replace('</report_metadata>', '<error>rua of sp: not allowed</error><error>2</error></report_metadata>')}${POLICY}<record>${row('198.51.100.9', 2, 'fail', 'fail')}<identifiers><header_from>app.clinic.example</header_from></identifiers><auth_results><dkim><domain>app.clinic.example</domain><result>invalid</result></dkim><spf><domain>app.clinic.example</domain><result>unknown</result></spf></auth_results></record></feedback>`,
    ),
    expected: {
      reporter: 'The Perl Workshop',
      reportId: '42',
      messages: 2,
      passed: 0,
      first: { headerFrom: 'app.clinic.example', dkimResult: 'fail', spfResult: 'permerror' },
    },
  },
  {
    maker: 'a draft of 2012: no version, `identities`, no spf, an email instead of a name',
    of: 'dmarc.org/dmarc-xml/0.1, as the FAQ of dmarc.org shows it',
    file: Buffer.from(
      `<feedback>${metadata('', 'acme.example:1').replace('<org_name></org_name>', '')}${POLICY}<record>${row('192.0.2.7', 4, 'pass', 'fail')}<identities><header_from>clinic.example</header_from></identities><auth_results><dkim><domain>clinic.example</domain><result>pass</result></dkim></auth_results></record></feedback>`,
    ),
    expected: {
      reporter: 'dmarc@reporter.example',
      reportId: 'acme.example:1',
      messages: 4,
      passed: 4,
      first: { spfResult: null, headerFrom: 'clinic.example' },
    },
  },
  {
    maker: 'a provider in Spain: ISO-8859-1, entities by number, CDATA',
    of: 'XML 1.0 2.7, 4.1 and F',
    file: Buffer.from(
      `<?xml version='1.0' encoding='ISO-8859-1'?><feedback>${metadata('Correo de Espa\u00f1a &#xD1; &amp; C\u00eda', '<![CDATA[a<b]]>')}${POLICY}<record>${row('192.0.2.7', 1, 'pass', 'pass')}${FROM}<auth_results/></record></feedback>`,
      'latin1',
    ),
    expected: { reporter: 'Correo de España Ñ & Cía', reportId: 'a<b', messages: 1, passed: 1 },
  },
  {
    maker: 'an Exchange add-on: UTF-16 with its mark, mapped IPv4, times as fractions',
    of: 'XML 1.0 F; RFC 4291 2.5.5.2',
    file: Buffer.from(
      `\uFEFF<?xml version="1.0" encoding="utf-16"?><feedback>${metadata('exchange.example', 'A-1').replace(`<begin>${BEGIN}`, `<begin>${BEGIN}.0`)}${POLICY}<record>${row('::ffff:192.0.2.7', 1, 'fail', 'pass')}${FROM}<auth_results><spf><domain>clinic.example</domain><result>pass</result></spf></auth_results></record></feedback>`,
      'utf16le',
    ),
    expected: {
      reporter: 'exchange.example',
      reportId: 'A-1',
      messages: 1,
      passed: 1,
      first: { address: '192.0.2.7', spf: true },
    },
  },
  {
    maker: 'a mail gateway: a sender that is no domain, an unknown result, elements that nobody knows',
    of: 'RFC 9990: consumers are to pass over what they do not know',
    file: gz(
      `<feedback><version>2</version>${metadata('gateway.example', 'g-7')}<whatever><deep>1</deep></whatever>${POLICY}<record foo="bar">${row('203.0.113.3', 6, 'fail', 'fail')}<identifiers><header_from>&lt;script&gt;</header_from></identifiers><auth_results><dkim><domain/><result>strange</result></dkim></auth_results></record></feedback>`,
    ),
    expected: {
      reporter: 'gateway.example',
      reportId: 'g-7',
      messages: 6,
      passed: 0,
      first: { headerFrom: 'clinic.example', dkimResult: 'none' },
    },
  },
  {
    maker: 'a receiver with a hundred signatures for one row',
    of: 'RFC 9990 3.1.1.13: no more than 100 signatures for a row',
    file: gz(
      `<feedback>${metadata('many.example', 'm-1')}${POLICY}<record>${row('198.51.100.20', 2, 'pass', 'fail')}${FROM}<auth_results>${Array.from({ length: 99 }, (_, at) => `<dkim><domain>s${at}.example.org</domain><selector>a</selector><result>fail</result></dkim>`).join('')}<dkim><domain>clinic.example</domain><selector>a</selector><result>pass</result></dkim></auth_results></record></feedback>`,
    ),
    expected: {
      reporter: 'many.example',
      reportId: 'm-1',
      messages: 2,
      passed: 2,
      first: { dkimDomain: 'clinic.example', dkimResult: 'pass' },
    },
  },
  {
    maker: 'a small host: a week, dates as text, one long line, counts of nothing',
    of: 'RFC 9990 2: reports of other times than a day are allowed',
    file: zip({
      name: 'week.xml',
      content: Buffer.from(
        `<feedback>${metadata('small.example', 'w 1')
          .replace(`<begin>${BEGIN}`, `<begin>${new Date((BEGIN - 5 * 86_400) * 1000).toISOString()}`)
          .replace(
            `<end>${END}`,
            `<end>${new Date(END * 1000).toISOString()}`,
          )}${POLICY}<record>${row('192.0.2.7', 0, 'pass', 'pass')}${FROM}<auth_results><spf><domain></domain><result>pass</result></spf></auth_results></record></feedback>`,
      ),
    }),
    expected: {
      reporter: 'small.example',
      reportId: 'w 1',
      messages: 0,
      passed: 0,
      first: { messages: 0, spfDomain: '' },
    },
  },
];

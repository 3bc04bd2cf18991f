/** Block lists and filters in the many ways of naming them: nobody's mailbox is at fault in any of them. */
export const LISTS_AND_FILTERS = String.raw`
# Block lists, from the samples of ZoneMTA's rules (github.com/zone-eu/zone-mta, config/bounces.txt)
session | ours | 500 5.7.1 Symantec Zodiac
session | ours | 554-mail.com (mxgmxus002) Nemesis ESMTP Service not available\n554-No SMTP service\n554-IP address is black listed.\n554 For explanation visit http://postmaster.mail.com/error-messages?ip=203.0.113.9&c=bl
rcpt | ours | 550 203.0.113.9 blacklisted see http://www.spamhaus.org/query/bl?ip=203.0.113.9
rcpt | ours | 550 203.0.113.9 listed at spamhaus, see http://www.spamhaus.org
rcpt | ours | 550 5.2.1 Mailbox unavailable. Your IP address 203.0.113.9 is blacklisted using SPAMHAUS-XBL. Details: https://www.spamhaus.org/query/ip/203.0.113.9.
session | ours | 550 5.7.0 Your server IP address is in the SpamHaus SBL-XBL database, bye
rcpt | ours | 550 5.7.1 203.0.113.9 has been blocked by zen.spamhaus.org
rcpt | ours | 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using ee.countries.nerd.dk; Your IP is in ee, rejected based on geographical location
rcpt | ours now | 454 4.7.1 Service unavailable; Client host [203.0.113.9] blocked using dnsbl.sorbs.net; Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?203.0.113.9
rcpt | ours | 550 5.7.1 <clinic@example.com>... 203.0.113.9 listed at zen.spamhaus.org
rcpt | ours | 550 5.7.1 <ana@example.com>... Rejected: 203.0.113.9 listed at zen.spamhaus.org.
rcpt | ours | 550 5.7.1 Client address [203.0.113.9] blocked. You are in the SPAMMER List - Listed on The Spamhaus Project.
rcpt | ours | 550 5.7.1 Mail from 203.0.113.9 rejected using zen.spamhaus.org. Please see http://www.spamhaus.org/query/bl?ip=203.0.113.9
rcpt | ours | 550 5.7.1 Rejected. Sender 203.0.113.9 found in SPL-XBL listing; see http://www.spamhaus.org/query/bl?ip=203.0.113.9
rcpt | ours | 550 5.7.1 The IP address was rejected by the Realtime Block List provider zen.spamhaus.org.
rcpt | ours | 550 5.7.1 This system is configured to reject mail from mta.example.com. Connecting host [203.0.113.9] is listed by the lookup site 'zen.spamhaus.org.'.
rcpt | ours | 550 5.7.1 Your IP address is listed by https://spamhaus.org/zen, correct this
rcpt | ours | 550 Email blocked by SPAMHAUS
rcpt | ours | 550 Listed in zen.spamhaus.org. https://www.spamhaus.org/query/ip/203.0.113.9
rcpt | ours | 553 https://www.spamhaus.org/query/ip/203.0.113.9
rcpt | ours | 550-IP 203.0.113.9 is blacklisted (xbl.spamhaus.org). Help at/Hilfe unter www.mfaq.info
rcpt | ours | 554 5.7.1 <ana@example.com>: Recipient address rejected: https://www.spamhaus.org/query/ip/203.0.113.9
rcpt | ours | 554 5.7.1 You are sending spam (check http://www.spamhaus.org/query/bl?ip=203.0.113.9)
rcpt | ours | 554 5.7.1 ACL dns_rbl; Client host [203.0.113.9] blocked using sa-ip4tset.blagr.emailsrvr.com=127.24.0.2 Spamhaus XBL. Please visit http://www.spamhaus.org/lookup/ for more information on why this message could not be delivered
session | ours | 554 Denied [SHXBL] - Denied by Spamhaus XBL - See http://www.spamhaus.org/query/bl?ip=203.0.113.9 (Mode: normal)
session | ours | 554 Refused. Your IP address is listed in the RBL at xbl.spamhaus.org
session | ours | 554 mx.recipient.example bizsmtp IB105. Connection refused. 203.0.113.9 is listed on the Exploits Block List (XBL) <http://www.spamhaus.org/query/ip/203.0.113.9>
session | ours | 554 mx.recipient.example cmsmtp 1sSZcfhLEUv3Q IP blacklisted by Spamhaus. For remediation please use https://www.spamhaus.org/lookup/ [103]
rcpt | ours | 591 ana@example.com your host [203.0.113.9] is blacklisted by dnsbl.sorbs.net. Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?203.0.113.9.
session | ours | 554 IP:203.0.113.9 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.)
rcpt | ours | 550 Rejected due to DNSBL server response (dnsbl.cobion.com - 203.0.113.9)
rcpt | ours | 550 5.7.1 --- SAATKE SEE TEADE OMA IT-MEHELE! --- TEIE server 203.0.113.9 on BLACKLISTIS dnsbl.sorbs.net, Sorbs blokeeris kirja! YOUR server 203.0.113.9 is in the blacklist dnsbl.sorbs.net
rcpt | ours | 554 Connection from 203.0.113.9 rejected for policy reasons. Host found in DNS blacklist at dnsbl.sorbs.net
rcpt | ours | 554 5.7.1 SORBS DNSBL Entry - see <http://www.us.sorbs.net/lookup.shtml?203.0.113.9>
rcpt | ours now | 451 Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?203.0.113.9
mail | ours | 501 5.7.1 <clinic@example.com>... Sender refused by the DNSBL dnsbl.sorbs.net
session | ours | 554 *.terra.com cmsmtp 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using cm-csi-v11; Cloudmark Poor Reputation Sender Blacklist http://csi.cloudmark.com/reset-request/?ip=203.0.113.9
session | ours | 554 5.5.4 Your IP 203.0.113.9 address has a bad reputation. To unblock visit http://cloud-security.net/unblock?x=1
rcpt | ours | 553 5.7.1 <mta.example.com[203.0.113.9]>: Client host rejected: Relaying denied - Your IP identified as spammer. Please contact 123
rcpt | ours | 550 5.5.4 ETP208 Your IP 203.0.113.9 is listed by Invaluement. Please see http://www.invaluement.com/research/ if you feel this is in error - B15601640DCD26CE53bc5f8c6
rcpt | ours | 550 Black listed at hostkarma http://ipadmin.junkemailfilter.com/remove.php?ip=203.0.113.9
rcpt | ours | 550 The sending IP (203.0.113.9) is listed on https://spamrl.com/. Please resolve this and retry.
session | ours | 550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.
session | ours | 554 5.7.1 You are not allowed to connect.
session | ours | 554 5.7.1 Rejected because Bad IP
rcpt | ours | 550-"Email blocked by GeoIP spam filter. Listed by HOSTKARMA/JUNKEMAILFILTER. Country [IP], XX [203.0.113.9] - IntCode491003 - (example.com)"
session | ours | 550 Too many invalid recipients
rcpt | ours | 550-5.1.0 MXIN506 MailFrom domain is listed in Spamhaus. To request removal from this list see https:\n550 5.1.0 //www.spamhaus.org/query/lookup/ ;id=DLOkvMxsVeZooDLOkv7hl0;sid=DLOkvMxsVeZoo;mta=mx12-prd-nl1-vmo
session | ours | 554 IP=203.0.113.9 - None/bad reputation. Ask your postmaster for help or to contact tosa@rx.t-online.de for reset. (NOWL)
rcpt | ours | 550 5.7.1 Your message (sent through 203.0.113.9) was blocked by ROTA DNSBL. If you are not a spammer, open http://www.rota.lv/DNSBL and follow instructions
session | ours | 554 Refused. Your reverse DNS entry contains your IP address and a country code.
# Mimecast, "SMTP error codes" (community.mimecast.com), SMTP Field Manual
rcpt | gone | 550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [xJ7KQ3]
rcpt | ours now | 451 Open relay not allowed - https://community.mimecast.com/docs/DOC-1369#451 [xJ7KQ3]
rcpt | later | 451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [xJ7KQ3]
mail | ours | 550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [xJ7KQ3]
data | ours | 550 Rejected by header based Anti-Spoofing policy: clinic@example.com - https://community.mimecast.com/docs/DOC-1369#550 [xJ7KQ3]
data | ours | 550 Rejected by header based manually Blocked Senders: clinic@example.com - https://community.mimecast.com/docs/DOC-1369#550 [xJ7KQ3]
rcpt | ours | 550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 [vH7Ns8biNg-p6EfZ0QaVMQ.us149]
mail | ours | 550 DMARC Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [xJ7KQ3]
rcpt | ours | 554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [z7qZw5BPd1zlDYHka4589ru.us222]
data | ours | 554 email rejected due to security policies - MCSpamSignature.sa.2.2
# Proofpoint, Barracuda, Trend Micro, Symantec, FireEye, McAfee (SMTP Field Manual, sisimai, spambrella.com)
rcpt | ours | 550 5.7.1 Service unavailable; client [203.0.113.9] blocked using prs.proofpoint.com
rcpt | ours | 550 5.7.1 Service unavailable; client [203.0.113.9] blocked using Cloudmark Sender Intelligence (Visit http://csi.cloudmark.com/reset-request/ if you feel this is in error)
data | ours | 550 5.7.0 Email rejected per sender's DMARC policy
rcpt | gone | 550 5.7.1 <gone@example.com>: Recipient address rejected: User email address is marked as invalid.
rcpt | gone | 550 5.1.1 - This is not a valid email address. Please verify that you have the correct email address for your recipient.
rcpt | later | 421 4.1.1 <ana@example.com>: Recipient address rejected: unverified address: Address verification in progress
rcpt | gone | 550 cuda_nsu 5.1.1 <gone@example.com>... User unknown
rcpt | gone | 550 No such user (gone@example.com)
session | ours | 550 Blocked
data | ours | 550 rejecting spoofed message
data | content | 554 rejected due to spam URL in content
data | ours now | 451 cuda_nsu 4.4.3 Temporary server error. Please try again later
data | content | 550 5.7.1 Message content rejected, UBE, id=01530-01-625
rcpt | gone | 554 5.7.1 <gone@example.com>: Recipient address rejected: Invalid-Recipient.
rcpt | gone | 550 Invalid recipient <gone@example.com> (#5.1.1)
data | content | 553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1)
rcpt | ours | 553 you are trying to use me [server-14.bemta-5.messagelabs.com] as a relay, but I have not been configured to let you [203.0.113.9, example.com] do this. Please visit www.symanteccloud.com/troubleshooting for more details about this error message and instructions to resolve this issue. (#5.7.1)
data | ours | 550 5.7.26 <ana@example.com>: ETP205 DMARC Failure for domain
rcpt | gone | 550 <gone@example.co.jp>... User not exist
data | content | 554 The message was rejected because it contains prohibited virus or spam content
data | content | 550 This form of attachment has been used by recent viruses or other malware
data | content | 554 Your email is considered spam to me (id 17)
data | content | 571 5.7.1 Your message has been rejected because it appears to be SPAM
`;

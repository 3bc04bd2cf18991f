/** What bounce handlers of others know of senders, their pace and what they send. */
export const RULES_OF_REFUSALS = String.raw`
# github.com: rules and samples of the bounce handlers MailPress, bouncefetch, BounceClassifier (Vda), phpList and of a queue tool for Postfix; quotes of forums and logs
rcpt | ours | 550-Verification failed for <www-data@localhost>\n550-unrouteable mail domain "localhost"\n550 Sender verify failed
data | content | 550-5.7.1 reject content [xbl]\n550 See http://master.php.net/mail/why.php?why=SURBL
rcpt | rate | 450 4.7.1 <ana@uol.com.br>: Recipient address rejected: MX-UOL-02 - Too many messages, try again later.
rcpt | ours now | 451 4.3.5 Server configuration problem
mail | ours now | 451 4.1.8 Fix reverse DNS for 203.0.113.9
rcpt | ours now | 451 4.4.1 Timeout connecting to mail.example.com
rcpt | ours | 550 Access denied (sender blacklisted)
rcpt | ours | 553 sorry, relaying denied from your location [203.0.113.9] (#5.7.1)
mail | ours | 553 #5.1.8 Domain of sender address <clinic@example.com> does not exist
session | connections | 421 mta-out1.t-online.de Service not available - too many connections from your IP
mail | ours now | 421 4.7.0 [TSS04] Messages from 203.0.113.9 temporarily deferred due to user complaints - 203.0.113.9; see https://help.yahoo.com/kb/postmaster/SLN3434.html
mail | ours now | 451 4.3.2 Internal error reading data
auth | ours | 501 Cannot decode parameter - too long
session | ours | 501 5.0.0 Invalid domain name
mail | ours | 501 Invalid MAIL FROM address provided
mail | ours | 501 mail from address must be same as authorization user
data | ours | 501 5.1.7 Failed, id=17087-01-2, from MTA([127.0.0.1]:10025): 501 5.1.7 Bad sender address syntax
session | ours now | 451-HELO/EHLO must contain a FQDN or IP literal\n451 Please see RFC 2821 section 4.1.1.1
session | ours now | 420 Resources unavailable temporarily. Please try later (mta1060.mail.sp2.yahoo.com)
session | ours now | 421 imp06 charter.net ?? charter.net connection refused from [203.0.113.9] E1210
session | ours now | 421 4.7.1 [TS03] All messages from 203.0.113.9 will be permanently deferred; Retrying will NOT succeed.
session | ours now | 421 Refused. Your reverse DNS entry does not resolve to your IP.
session | ours now | 421 Message from (203.0.113.9) temporarily deferred - 4.16.50. Please refer to http://help.yahoo.com/help/us/mail/defer/defer-06.html
rcpt | ours | 550 not relaying to that domain
rcpt | rate | 451 4.7.1 [R2] Too many mails received from x within the last 5 minutes
mail | rate | 451 4.7.1 [M7] Rate limited. Slow down
rcpt | ours now | 454 4.7.1 <ana@example.co.jp>: Relay access denied
data | ours | 554 5.0.0 Error: transaction failed: invalid sender: no valid From address found in message headers
data | ours | 551 5.7.1 Not authorised to send from this header address
data | ours | 550 5.4.6 Unusual sending activity detected. Learn more. Use the link mail.zoho.in/UnblockMe to unblock
mail | ours | 553 Mail from must equal authorized user
data | quota | 566 SMTP limit exceeded
data | not carried | 552 #5.3.4 message size exceeds limit
mail | ours | 503 Error: need EHLO and AUTH first !
data | content | 554 DT:SPM 163 smtp1
mail | ours | 553 From address not verified - see http://help.yahoo.com/l/us/yahoo/mail/original/manage/sendfrom-07.html
rcpt | ours | 554 5.7.1 Demo domains can only be used to send emails to account owners.
data | ours | 550 message rejected
data | ours | 550 5.7.1 <DATA>: Data command rejected: Blocked - contact postmaster@vmail.me for help - Suspicious HELO [[192.168.1.4]] and missing reverse DNS [203.0.113.9]
rcpt | ours now | 451 <ana@example.com> unable to verify address
rcpt | ours | 554 5.7.1 <ana@example.com>: Relay access denied (maybe you need to check mail via POP3 first)
rcpt | ours | 571 ana@example.com prohibited. We do not relay
rcpt | ours | 554 Refused. Sending to remote addresses (relaying) is not allowed.
data | content | 550 Message refused by spam filter
session | ours | 554 IP=203.0.113.9 A problem occurred. Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify. (BL)
data | content | 550 mx.example.com Message rejected as spam by Content Filtering.
rcpt | ours | 550-sender IP-address 203.0.113.9 locally blacklisted because of too much spam
data | ours | 550 5.7.1 Requested action not taken: message refused
data | content | 554 5.7.1 Mail appears to be unsolicited
data | ours | 500 Message rejected
data | content | 550 High probability of spam
data | content | 550 5.7.1 Refused by local policy. No SPAM please!
data | content | 554 5.7.1 This email from IP 203.0.113.9 has been rejected. The email message was detected as spam.
rcpt | ours | 550 Addresses failed: clinic@example.com Blacklisted
data | ours | 550 5.7.1 Message rejected.
data | ours | 550-Your message was rejected by this system and was not delivered
data | ours | 550 5.7.1 This message is blocked due to security reason
data | ours | 550 5.7.1 Message rejected by UNICOMP mail system
mail | ours | 550 Administrative prohibition - example.com banned
data | ours | 550 Your e-mail was rejected for policy reasons on this gateway
data | content | 554 Error: content rejected
data | ours | 550 Denied by policy
data | content | 554 Blocked for spam
data | content | 550 considered unsolicited bulk e-mail
data | content | 550 message contains example.com listed in multi.surbl.org
data | content | 554 black listed url host example.com
data | content | 550 This message scored 12.3 points
data | content | 550 rejected as bulk
mail | ours | 550 Mail From IP Banned
session | ours | 554 your mail server is currently blocked
rcpt | ours | 550 ana@example.com is not accepting mail from this sender
data | content | 550 blocked because it contains FortiGuard - AntiSpam blocking URL(s)
mail | ours | 550 Sender is on domain's blacklist
data | content | 554 5.7.1 Message cannot be accepted, spam rejection
data | content | 550 Mail contained a URL rejected by SURBL
data | content | 550 POSSIBLE SPAM
data | content | 554 headers consistent with spam
data | content | 550 5.7.1 Content-Policy reject
data | content | 554 rejected by an anti-spam
session | ours | 550 203.0.113.9 is on RBL list
data | content | 554 Your message was rejected because it appears to be part of a spam bomb
data | ours | 550 5.7.1 Blocked
data | content | 550 identified SPAM
data | content | 554 Error: SPAM
data | ours | 550 message is banned
data | content | 550 rejected By DCC
data | not carried | 550 Message rejected due to the attachment filtering policy
data | content | 550 Message rejected due to content restrictions
data | content | 550 Spam is not allowed
data | content | 554 looked like SPAM
data | ours | 550 not delivered for policy reasons
data | content | 554 message classified as bulk
data | content | 554 5.7.1 SURBL filtered by mx.example.com
data | content | 550 The message that you sent was considered spam
data | content | 550 Message not allowed by spam filter
data | content | 554 Message has been quarantined
data | ours | 550 DNSBL:To request removal of 203.0.113.9
data | ours | 550 mx.example.com won't accept this email
data | content | 550 Rejected by filter processing
data | content | 550 marked by Telerama as SPAM
data | content | 554 triggered a spam block
data | content | 554 Message classified as spam by Bogofilter
data | content | 550 Spam limit has been reached
data | ours | 554 5.7.1 <clinic@example.com>: Sender address rejected: LIST_ACCESS_FROM
rcpt | ours | 550 Rule imposed mailbox access for ana@example.com
data | content | 550 Message cannot be accepted, content filter rejection
data | not carried | 554 Message Denied: Restricted attachment
data | not carried | 550 has exceeded maximum attachment count limit
data | content | 550 HTML tag unacceptable
data | not carried | 550 not accepting mail with attachments or embedded images
rcpt | ours | 550 You have been blocked by the recipient
data | not carried | 550 Message contains unacceptable attachment
data | content | 550 Message rejected because of unacceptable content
data | content | 550 5.7.1 URL/Phone Number Filter
data | content | 554 invalid message content
data | content | 554 Message rejected: Conversion failure
data | content | 550 One of the words in the message is blocked
session | ours | 554 5.3.2 Sorry, we do not accept connections from your IP
rcpt | ours | 553 5.7.1 <mta.example.com[203.0.113.9]>: Client host rejected: SPAM_CLIENT
session | ours | 550 Access denied...
session | ours | 551 Server access forbidden by your IP
data | ours | 554 5.7.1 Delivery not authorized
data | ours | 543 reject by yun-medusa01-mta(ID:1.2.3)
rcpt | ours | 550-Requested action not taken: mailbox unavailable\n550-Reject due to policy restrictions.\n550 For explanation visit https://postmaster.gmx.net/
rcpt | ours | 553 5.7.1 <mta.example.com[203.0.113.9]>: Client host rejected: AUTO_CLIENT You have been identified as a spammer. Go Away
data | ours | 554 Number of 'Received:' DATA headers exceeds maximum permitted
data | content | 550 5.7.0 (AB12) Message could not be delivered. Please ensure the message is RFC 5322 compliant
data | ours | 521 5.2.1 : AOL will not accept delivery of this message.
data | content | 553 5.7.1 Sensitive words detected
rcpt | ours | 550-domain example.com suffer screening issues contact postmaster
data | ours | 550 mail for example.com loops back to myself
session | ours | 550 Sender IP reverse lookup rejected
mail | ours now | 474 example.com no DNS A-data returned
session | ours | 554 SMTP server not available if you do not have a reverse dns mapping
rcpt | ours | 550 5.1.1 <ana@example.com> Your IP has no Reverse DNS
session | ours | 551 Server access mta.example.com forbidden by invalid RDNS record of your mail server
session | ours | 550 inconsistent or no DNS PTR record for 203.0.113.9
rcpt | ours | 550 5.7.1 Fix reverse DNS for 203.0.113.9
session | ours | 554 5.1.8 DNS-P3
session | ours now | 421 mx.example.com Your host 203.0.113.9 has no valid Reverse DNS
session | ours | 554 This server requires PTR for unauthenticated connections
rcpt | ours | 550-5.7.1 mta.example.com Sorry, your helo has been denied
session | ours | 550 No RDNS entry for 203.0.113.9
mail | ours | 553 RP:RDN mx.163.com
mail | ours | 501 5.7.1 <clinic@example.com> Sender IP must resolve
session | ours now | 421 4.2.1 : (DNS:NR) http://postmaster.info.aol.com/errors/421dnsnr.html
rcpt | ours now | 421 4.1.2 <ana@example.com>: Recipient address rejected: No reverse name for your IP address
rcpt | ours now | 451 Blocked - Reverse DNS queries for your IP fail. You cannot send me mail.
rcpt | ours now | 452 4.1.0 Policy violation. Your host 203.0.113.9 has no valid Reverse DNS
session | ours | 521 203.0.113.9 Service not available - no PTR record for 203.0.113.9
rcpt | ours | 550-Bad HELO: mta.example.com does not exist\n550 Please see RFC 2821 section 4.1.1.1
mail | ours | 501 <clinic@example.com> is invalid or DNS says does not exist
mail | ours | 550 5.1.0 <clinic@example.com> sender rejected: domain does not have neither a valid MX or A record
mail | ours | 550 Invalid Domain [example.com; LIB_420]
session | ours now | 451 Missing reverse PTR - please fix it and try again
data | ours | 550 PTR and SPF-softail
mail | ours | 550 5.7.0 HELO argument [mta] is missing a DNS entry
session | ours now | 451 4.7.0 mta.example.com host can't be resolved
session | ours | 554 Too many unknown RCPT TO addresses from host
rcpt | ours | 550 mail not accepted from blacklisted IP address
session | ours now | 421 mx.tiscali.it ESMTP - Too many invalid recipients from this IP
session | ours | 554 mx.tiscali.it ESMTP - Too much Spam from this IP
session | ours | 554 mx.example.com IP: 203.0.113.9, You are not allowed to send us mail. Please see http://postmaster.example.com
session | ours | 550 Mail Refused - IP Address 203.0.113.9 Blacklisted
session | quota | 421 RP-001 (COL004-MC1F1) Unfortunately, some messages from 203.0.113.9 weren't sent. Please try again. We have limits for how many messages can be sent per hour and per day.
rcpt | ours | 550 Mail sending only allowed for local users!
rcpt | ours | 550 Remote sending only allowed with authentication
rcpt | ours now | 451 your message was received but it could not be saved. please retry later.
data | ours | 550 the recipient definitively does not want your mail
data | content | 550 Es werden keine Emails mit eingebetteten Bildern akzeptiert
rcpt | ours | 550 Es werden nur Emails von bestimmten Email-Adressen akzeptiert
session | ours now | 421 Excessive amounts of data sent to server.
session | ours now | 421 Connection timeout
session | ours | 501 HELO Invalid domain address.
mail | ours | 550 Your SPF record does not permit this host
`;
